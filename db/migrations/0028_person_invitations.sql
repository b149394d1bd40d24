CREATE TABLE "person_invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"invited_by" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"email" text,
	"email_canonical" text,
	"any_address" boolean NOT NULL,
	"language" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lapses_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "person_invitation_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "person_invitation" ADD CONSTRAINT "person_invitation_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_invitation" ADD CONSTRAINT "person_invitation_provider_id_invited_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","invited_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_invitation" ADD CONSTRAINT "person_invitation_provider_id_decided_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","decided_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "person_invitation_one_open" ON "person_invitation" USING btree ("account_id","email_canonical") WHERE state = 'created';--> statement-breakpoint
CREATE INDEX "person_invitation_of_account" ON "person_invitation" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "person_invitation_due" ON "person_invitation" USING btree ("lapses_at","id") WHERE state = 'created';--> statement-breakpoint
call wall_up();