CREATE TABLE "partner_block" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"blocked_by" uuid NOT NULL,
	"blocked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "partner_invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"relationship_id" uuid,
	"invited_by" uuid NOT NULL,
	"scope" text NOT NULL,
	"scope_pages" text[] DEFAULT '{}'::text[] NOT NULL,
	"duration" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lapses_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"end_reason" text,
	"reminded" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "partner_invitation_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "access_grant" ADD COLUMN "invitation_id" uuid;--> statement-breakpoint
ALTER TABLE "partner_block" ADD CONSTRAINT "partner_block_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_block" ADD CONSTRAINT "partner_block_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_block" ADD CONSTRAINT "partner_block_provider_id_blocked_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","blocked_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_block" ADD CONSTRAINT "partner_block_provider_id_ended_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","ended_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_account_id_relationship_id_channel_relationship_account_id_id_fk" FOREIGN KEY ("account_id","relationship_id") REFERENCES "public"."channel_relationship"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_provider_id_invited_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","invited_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_provider_id_decided_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","decided_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "partner_block_once" ON "partner_block" USING btree ("account_id","partner_id") WHERE "partner_block"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "partner_block_of_partner" ON "partner_block" USING btree ("partner_id") WHERE "partner_block"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "partner_invitation_one_open" ON "partner_invitation" USING btree ("partner_id","account_id") WHERE state = 'invited';--> statement-breakpoint
CREATE INDEX "partner_invitation_of_account" ON "partner_invitation" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "partner_invitation_of_partner" ON "partner_invitation" USING btree ("partner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "partner_invitation_of_pair" ON "partner_invitation" USING btree ("partner_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "partner_invitation_due" ON "partner_invitation" USING btree ("lapses_at","id") WHERE state = 'invited';--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_account_id_invitation_id_partner_invitation_account_id_id_fk" FOREIGN KEY ("account_id","invitation_id") REFERENCES "public"."partner_invitation"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
call wall_up();
