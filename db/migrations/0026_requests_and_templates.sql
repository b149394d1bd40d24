CREATE TABLE "extension_round" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"extra" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "extension_round_in_provider" UNIQUE("provider_id","id")
);
--> statement-breakpoint
CREATE TABLE "extension_round_ask" (
	"provider_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"outcome" text,
	"asked_end" timestamp with time zone,
	"seen_state" text,
	"seen_by" text,
	CONSTRAINT "extension_round_ask_round_id_grant_id_pk" PRIMARY KEY("round_id","grant_id")
);
--> statement-breakpoint
CREATE TABLE "request_template" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded" text collate "C" NOT NULL,
	"reason" text NOT NULL,
	"scope" text NOT NULL,
	"scope_pages" text[] DEFAULT '{}'::text[] NOT NULL,
	"duration" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "extension_round" ADD CONSTRAINT "extension_round_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_round" ADD CONSTRAINT "extension_round_provider_id_asked_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","asked_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_round_ask" ADD CONSTRAINT "extension_round_ask_provider_id_round_id_extension_round_provider_id_id_fk" FOREIGN KEY ("provider_id","round_id") REFERENCES "public"."extension_round"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_round_ask" ADD CONSTRAINT "extension_round_ask_account_id_grant_id_access_grant_account_id_id_fk" FOREIGN KEY ("account_id","grant_id") REFERENCES "public"."access_grant"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_round_ask" ADD CONSTRAINT "extension_round_ask_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_template" ADD CONSTRAINT "request_template_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extension_round_of_person" ON "extension_round" USING btree ("partner_id","asked_by","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "request_template_name" ON "request_template" USING btree ("partner_id","folded") WHERE "request_template"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "access_request_over_of_partner" ON "access_request" USING btree ("partner_id",coalesce("decided_at", "lapses_at"));--> statement-breakpoint
CREATE INDEX "grant_extension_open_of_partner" ON "grant_extension" USING btree ("partner_id") WHERE state = 'pending';--> statement-breakpoint
call wall_up();
