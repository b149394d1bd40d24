CREATE TABLE "microsoft_flow" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"branding_domain_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"state_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"next_path" text NOT NULL,
	"leads_to" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"tenant_id" text,
	"object_id" text,
	"name" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "microsoft_flow_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "microsoft_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"tenant_id" text NOT NULL,
	"object_id" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "microsoft_setting" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"whose" text DEFAULT 'listed' NOT NULL,
	"tenants" text[] DEFAULT '{}'::text[] NOT NULL,
	"client_id" text DEFAULT '' NOT NULL,
	"client_secret" text DEFAULT '' NOT NULL,
	"secret_number" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "microsoft_flow" ADD CONSTRAINT "microsoft_flow_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "microsoft_flow" ADD CONSTRAINT "microsoft_flow_provider_id_branding_domain_id_branding_domain_provider_id_id_fk" FOREIGN KEY ("provider_id","branding_domain_id") REFERENCES "public"."branding_domain"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "microsoft_link" ADD CONSTRAINT "microsoft_link_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "microsoft_setting" ADD CONSTRAINT "microsoft_setting_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "microsoft_flow_by_age" ON "microsoft_flow" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "microsoft_link_once" ON "microsoft_link" USING btree ("provider_id","tenant_id","object_id") WHERE "microsoft_link"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "microsoft_link_of_person" ON "microsoft_link" USING btree ("person_id") WHERE "microsoft_link"."ended_at" is null;--> statement-breakpoint
call wall_up();
--> statement-breakpoint
-- A way to Microsoft and back passes, like every one-time token.
grant delete on microsoft_flow to latchkey_worker;
