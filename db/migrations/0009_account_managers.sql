CREATE TABLE "account_visit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "one_time_token" ADD COLUMN "temporary_hash" text;--> statement-breakpoint
ALTER TABLE "account_visit" ADD CONSTRAINT "account_visit_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_visit" ADD CONSTRAINT "account_visit_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_visit_of_person" ON "account_visit" USING btree ("person_id","account_id","ends_at");--> statement-breakpoint
CREATE INDEX "membership_managers" ON "membership" USING btree ("account_id","created_at","id") WHERE "membership"."kind" = 'account-manager' and "membership"."state" <> 'removed';--> statement-breakpoint
CREATE INDEX "one_time_token_of_person" ON "one_time_token" USING btree ("person_id","purpose") WHERE "one_time_token"."used_at" is null;--> statement-breakpoint
call wall_up();
