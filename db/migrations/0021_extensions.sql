CREATE TABLE "grant_extension" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"asked_end" timestamp with time zone,
	"given_end" timestamp with time zone,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"end_reason" text
);
--> statement-breakpoint
ALTER TABLE "access_grant" ADD COLUMN "end_moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "end_unanswered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "grant_extension" ADD CONSTRAINT "grant_extension_account_id_grant_id_access_grant_account_id_id_fk" FOREIGN KEY ("account_id","grant_id") REFERENCES "public"."access_grant"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_extension" ADD CONSTRAINT "grant_extension_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_extension" ADD CONSTRAINT "grant_extension_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_extension" ADD CONSTRAINT "grant_extension_provider_id_requested_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","requested_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_extension" ADD CONSTRAINT "grant_extension_provider_id_decided_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","decided_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "grant_extension_one_open" ON "grant_extension" USING btree ("grant_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "grant_extension_open_of_account" ON "grant_extension" USING btree ("account_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "grant_extension_of_grant" ON "grant_extension" USING btree ("grant_id","created_at");--> statement-breakpoint
CREATE INDEX "grant_extension_of_partner" ON "grant_extension" USING btree ("partner_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "access_grant_reviews_of_account" ON "access_grant" USING btree ("account_id","review_at") WHERE state in ('scheduled', 'active', 'suspended') and review_at is not null;--> statement-breakpoint
CREATE INDEX "access_grant_reviewed" ON "access_grant" USING btree ("provider_id","review_at") WHERE state in ('scheduled', 'active', 'suspended') and review_at is not null;--> statement-breakpoint
call wall_up();
--> statement-breakpoint
-- Grants without an end from before: their review is what the sweep has to do next. Their wall stands before their owner too.
alter table access_grant no force row level security;
--> statement-breakpoint
update access_grant set due_at = least(due_at, review_at)
  where state in ('scheduled', 'active', 'suspended') and review_at is not null and ends_at is null;
--> statement-breakpoint
alter table access_grant force row level security;
