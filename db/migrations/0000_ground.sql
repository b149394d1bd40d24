CREATE TABLE "access_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"relationship_id" uuid,
	"requested_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"ticket" text DEFAULT '' NOT NULL,
	"scope" text NOT NULL,
	"scope_pages" text[] DEFAULT '{}'::text[] NOT NULL,
	"duration" text NOT NULL,
	"starts_at" timestamp with time zone,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lapses_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"end_reason" text,
	"reminded" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "access_request_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "access_request_message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"home_brand_id" uuid NOT NULL,
	"time_zone" text NOT NULL,
	"request_code" text NOT NULL,
	"legal_name" text DEFAULT '' NOT NULL,
	"address_line" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"emergency_contact" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "account_slug" UNIQUE("provider_id","slug"),
	CONSTRAINT "account_in_provider" UNIQUE("provider_id","id"),
	CONSTRAINT "account_request_code" UNIQUE("request_code")
);
--> statement-breakpoint
CREATE TABLE "account_product" (
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"product" text NOT NULL,
	CONSTRAINT "account_product_account_id_product_pk" PRIMARY KEY("account_id","product")
);
--> statement-breakpoint
CREATE TABLE "service" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"product" text NOT NULL,
	"kind" text NOT NULL,
	"identifier" text NOT NULL,
	"label" text NOT NULL,
	"forward_to" text DEFAULT '' NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"provider_id" uuid NOT NULL,
	"account_id" uuid,
	"partner_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_firm" text NOT NULL,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" uuid,
	"from_state" text,
	"to_state" text,
	"reason" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_seal" (
	"last" bigint PRIMARY KEY NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"count" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_grant" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"request_id" uuid,
	"relationship_id" uuid,
	"designation" text DEFAULT 'customer' NOT NULL,
	"scope" text NOT NULL,
	"scope_pages" text[] DEFAULT '{}'::text[] NOT NULL,
	"duration" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"approved_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"suspended_by" text,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	"review_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"last_used_by" uuid,
	"due_at" timestamp with time zone,
	CONSTRAINT "access_grant_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"scope" text,
	"scope_pages" text[] DEFAULT '{}'::text[] NOT NULL,
	"ends_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"assigned_by" uuid NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "delivery_event" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"type" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_mailbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"language" text NOT NULL,
	"kind" text NOT NULL,
	"frozen" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demo_mailbox_letter_id_unique" UNIQUE("letter_id")
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"branding_domain_id" uuid NOT NULL,
	"account_id" uuid,
	"person_id" uuid,
	"to_address" text NOT NULL,
	"to_name" text NOT NULL,
	"language" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secret" text,
	"priority" integer DEFAULT 1 NOT NULL,
	"dedupe_key" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"drop_reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"first_attempt_at" timestamp with time zone,
	"last_error" text,
	"frozen" jsonb,
	"mail_service_id" text,
	"sent_at" timestamp with time zone,
	"delivery" text,
	"delivery_reason" text,
	"delivery_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letter_once" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "channel_relationship" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	CONSTRAINT "channel_relationship_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "partner" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"partner_code" text NOT NULL,
	"share_code" text NOT NULL,
	"verified_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "partner_share_code_unique" UNIQUE("share_code"),
	CONSTRAINT "partner_slug" UNIQUE("provider_id","slug"),
	CONSTRAINT "partner_code" UNIQUE("provider_id","partner_code"),
	CONSTRAINT "partner_in_provider" UNIQUE("provider_id","id")
);
--> statement-breakpoint
CREATE TABLE "partner_staff" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "partner_staff_in_partner" UNIQUE("partner_id","id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"roles" text[] DEFAULT '{}'::text[] NOT NULL,
	"modules" text[] DEFAULT '{}'::text[] NOT NULL,
	"product" text,
	"level" text,
	"extension" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_canonical" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"home_brand_id" uuid NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_sign_in_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "person_email" UNIQUE("provider_id","email_canonical"),
	CONSTRAINT "person_in_provider" UNIQUE("provider_id","id")
);
--> statement-breakpoint
CREATE TABLE "platform_user" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "brand_asset" (
	"provider_id" uuid NOT NULL,
	"branding_domain_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "brand_asset_branding_domain_id_kind_pk" PRIMARY KEY("branding_domain_id","kind")
);
--> statement-breakpoint
CREATE TABLE "branding_domain" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"host" text NOT NULL,
	"name" text NOT NULL,
	"accent" text NOT NULL,
	"support_name" text NOT NULL,
	"support_email" text NOT NULL,
	"support_phone" text NOT NULL,
	"support_url" text NOT NULL,
	"sender_name" text NOT NULL,
	"sender_address" text NOT NULL,
	"default_language" text NOT NULL,
	"terms_url" text NOT NULL,
	"privacy_url" text NOT NULL,
	"logo_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	"successor_id" uuid,
	CONSTRAINT "branding_domain_host_unique" UNIQUE("host"),
	CONSTRAINT "branding_domain_in_provider" UNIQUE("provider_id","id")
);
--> statement-breakpoint
CREATE TABLE "provider" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"longest_grant_hours" integer,
	"request_life_hours" integer DEFAULT 168 NOT NULL,
	"review_months" integer DEFAULT 6 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "cursor" (
	"job" text NOT NULL,
	"position" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cursor_job_pk" PRIMARY KEY("job")
);
--> statement-breakpoint
CREATE TABLE "form_answer" (
	"provider_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"input_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_answer_once" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "one_time_token" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"branding_domain_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text,
	"flow_hash" text,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	"next_path" text DEFAULT '/' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"branding_domain_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"idle_seconds" integer NOT NULL,
	"authenticated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_account_id_relationship_id_channel_relationship_account_id_id_fk" FOREIGN KEY ("account_id","relationship_id") REFERENCES "public"."channel_relationship"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_provider_id_requested_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","requested_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_request_message" ADD CONSTRAINT "access_request_message_account_id_request_id_access_request_account_id_id_fk" FOREIGN KEY ("account_id","request_id") REFERENCES "public"."access_request"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_request_message" ADD CONSTRAINT "access_request_message_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_parent_id_account_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_provider_id_home_brand_id_branding_domain_provider_id_id_fk" FOREIGN KEY ("provider_id","home_brand_id") REFERENCES "public"."branding_domain"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_parent_in_provider" FOREIGN KEY ("provider_id","parent_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_product" ADD CONSTRAINT "account_product_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_account_id_request_id_access_request_account_id_id_fk" FOREIGN KEY ("account_id","request_id") REFERENCES "public"."access_request"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_account_id_relationship_id_channel_relationship_account_id_id_fk" FOREIGN KEY ("account_id","relationship_id") REFERENCES "public"."channel_relationship"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_account_id_grant_id_access_grant_account_id_id_fk" FOREIGN KEY ("account_id","grant_id") REFERENCES "public"."access_grant"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_partner_id_staff_id_partner_staff_partner_id_id_fk" FOREIGN KEY ("partner_id","staff_id") REFERENCES "public"."partner_staff"("partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_provider_id_branding_domain_id_branding_domain_provider_id_id_fk" FOREIGN KEY ("provider_id","branding_domain_id") REFERENCES "public"."branding_domain"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_relationship" ADD CONSTRAINT "channel_relationship_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_relationship" ADD CONSTRAINT "channel_relationship_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner" ADD CONSTRAINT "partner_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_staff" ADD CONSTRAINT "partner_staff_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_staff" ADD CONSTRAINT "partner_staff_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_provider_id_home_brand_id_branding_domain_provider_id_id_fk" FOREIGN KEY ("provider_id","home_brand_id") REFERENCES "public"."branding_domain"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_user" ADD CONSTRAINT "platform_user_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_asset" ADD CONSTRAINT "brand_asset_provider_id_branding_domain_id_branding_domain_provider_id_id_fk" FOREIGN KEY ("provider_id","branding_domain_id") REFERENCES "public"."branding_domain"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branding_domain" ADD CONSTRAINT "branding_domain_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branding_domain" ADD CONSTRAINT "branding_domain_provider_id_successor_id_branding_domain_provider_id_id_fk" FOREIGN KEY ("provider_id","successor_id") REFERENCES "public"."branding_domain"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_provider_id_branding_domain_id_branding_domain_provider_id_id_fk" FOREIGN KEY ("provider_id","branding_domain_id") REFERENCES "public"."branding_domain"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_request_one_open" ON "access_request" USING btree ("partner_id","account_id") WHERE "access_request"."state" in ('pending', 'question');--> statement-breakpoint
CREATE INDEX "access_request_open_of_account" ON "access_request" USING btree ("account_id") WHERE "access_request"."state" in ('pending', 'question');--> statement-breakpoint
CREATE INDEX "access_request_of_account" ON "access_request" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "access_request_of_partner" ON "access_request" USING btree ("partner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "access_request_due" ON "access_request" USING btree ("lapses_at","id") WHERE "access_request"."state" in ('pending', 'question');--> statement-breakpoint
CREATE INDEX "access_request_message_of_request" ON "access_request_message" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "account_children" ON "account" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "account_by_name" ON "account" USING btree ("provider_id","name");--> statement-breakpoint
CREATE INDEX "service_of_account" ON "service" USING btree ("account_id","kind","identifier");--> statement-breakpoint
CREATE INDEX "event_of_account" ON "event" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "event_of_partner" ON "event" USING btree ("partner_id","id");--> statement-breakpoint
CREATE INDEX "event_of_provider" ON "event" USING btree ("provider_id","id");--> statement-breakpoint
CREATE INDEX "access_grant_live" ON "access_grant" USING btree ("account_id","partner_id") WHERE state in ('scheduled', 'active', 'suspended');--> statement-breakpoint
CREATE INDEX "access_grant_live_newest" ON "access_grant" USING btree ("account_id","created_at","id") WHERE state in ('scheduled', 'active', 'suspended');--> statement-breakpoint
CREATE INDEX "access_grant_live_end" ON "access_grant" USING btree ("account_id","ends_at","id") WHERE state in ('scheduled', 'active', 'suspended');--> statement-breakpoint
CREATE INDEX "access_grant_of_account" ON "access_grant" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "access_grant_of_partner" ON "access_grant" USING btree ("partner_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "access_grant_of_relationship" ON "access_grant" USING btree ("relationship_id") WHERE state in ('scheduled', 'active', 'suspended');--> statement-breakpoint
CREATE INDEX "access_grant_due" ON "access_grant" USING btree ("due_at","id") WHERE state in ('scheduled', 'active', 'suspended') and due_at is not null;--> statement-breakpoint
CREATE INDEX "assignment_of_grant" ON "assignment" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "assignment_of_staff" ON "assignment" USING btree ("staff_id") WHERE "assignment"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "demo_mailbox_newest" ON "demo_mailbox" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "letter_due" ON "letter" USING btree ("priority","next_attempt_at","id") WHERE "letter"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "letter_by_mail_service" ON "letter" USING btree ("mail_service_id");--> statement-breakpoint
CREATE INDEX "letter_of_subject" ON "letter" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "channel_relationship_once" ON "channel_relationship" USING btree ("partner_id","account_id") WHERE "channel_relationship"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "channel_relationship_of_provider" ON "channel_relationship" USING btree ("provider_id","started_at");--> statement-breakpoint
CREATE INDEX "channel_relationship_of_account" ON "channel_relationship" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_staff_once" ON "partner_staff" USING btree ("partner_id","person_id") WHERE "partner_staff"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "partner_staff_of_person" ON "partner_staff" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "membership_of_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_once_per_kind" ON "membership" USING btree ("account_id","person_id","kind") WHERE "membership"."state" <> 'removed';--> statement-breakpoint
CREATE UNIQUE INDEX "membership_one_place" ON "membership" USING btree ("person_id") WHERE "membership"."kind" in ('account-manager', 'end-user') and "membership"."state" <> 'removed';--> statement-breakpoint
CREATE UNIQUE INDEX "platform_user_once" ON "platform_user" USING btree ("person_id") WHERE "platform_user"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "form_answer_age" ON "form_answer" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "one_time_token_flow" ON "one_time_token" USING btree ("flow_hash");--> statement-breakpoint
CREATE INDEX "one_time_token_expiry" ON "one_time_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "session_of_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_expiry" ON "session" USING btree ("expires_at");