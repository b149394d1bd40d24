CREATE TABLE "assignment_ask" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"answer" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assignment_ask" ADD CONSTRAINT "assignment_ask_account_id_grant_id_access_grant_account_id_id_fk" FOREIGN KEY ("account_id","grant_id") REFERENCES "public"."access_grant"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_ask" ADD CONSTRAINT "assignment_ask_partner_id_staff_id_partner_staff_partner_id_id_fk" FOREIGN KEY ("partner_id","staff_id") REFERENCES "public"."partner_staff"("partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_ask" ADD CONSTRAINT "assignment_ask_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_ask" ADD CONSTRAINT "assignment_ask_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_ask" ADD CONSTRAINT "assignment_ask_provider_id_decided_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","decided_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_ask_one_waiting" ON "assignment_ask" USING btree ("grant_id","staff_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "assignment_ask_of_grant" ON "assignment_ask" USING btree ("grant_id","staff_id","created_at");--> statement-breakpoint
CREATE INDEX "assignment_ask_of_staff" ON "assignment_ask" USING btree ("staff_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_once" ON "assignment" USING btree ("grant_id","staff_id") WHERE "assignment"."ended_at" is null;--> statement-breakpoint
call wall_up();
