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
ALTER TABLE "request_template" ADD CONSTRAINT "request_template_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "request_template_name" ON "request_template" USING btree ("partner_id","folded") WHERE "request_template"."ended_at" is null;--> statement-breakpoint
call wall_up();
