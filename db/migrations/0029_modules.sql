CREATE TABLE "call_record" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"record_id" text NOT NULL,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"from_number" text NOT NULL,
	"to_number" text NOT NULL,
	"own_key" text NOT NULL,
	"other_key" text NOT NULL,
	"answered_by" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ring_seconds" integer DEFAULT 0 NOT NULL,
	"talk_seconds" integer DEFAULT 0 NOT NULL,
	"result" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "call_record_once" UNIQUE("account_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "csv_upload" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"module" text NOT NULL,
	"rows" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"faults" jsonb NOT NULL,
	"fault_count" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"company" text DEFAULT '' NOT NULL,
	"work" text DEFAULT '' NOT NULL,
	"mobile" text DEFAULT '' NOT NULL,
	"home" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"likeness" text collate "C" NOT NULL,
	"findable" text collate "C" NOT NULL,
	"reach" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "contact_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_group" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded" text collate "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "contact_group_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_in_group" (
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "contact_in_group_contact_id_group_id_pk" PRIMARY KEY("contact_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "phonebook" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"address_key" text,
	"token_hash" text,
	"address_made_at" timestamp with time zone,
	"fetched_at" timestamp with time zone,
	"fetched_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "phonebook_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "call_record" ADD CONSTRAINT "call_record_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "csv_upload" ADD CONSTRAINT "csv_upload_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "csv_upload" ADD CONSTRAINT "csv_upload_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_group" ADD CONSTRAINT "contact_group_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_in_group" ADD CONSTRAINT "contact_in_group_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_in_group" ADD CONSTRAINT "contact_in_group_account_id_contact_id_contact_account_id_id_fk" FOREIGN KEY ("account_id","contact_id") REFERENCES "public"."contact"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_in_group" ADD CONSTRAINT "contact_in_group_account_id_group_id_contact_group_account_id_id_fk" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."contact_group"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phonebook" ADD CONSTRAINT "phonebook_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_record_of_account" ON "call_record" USING btree ("account_id","kind","started_at","id","direction","result","own_key","other_key","provider_id");--> statement-breakpoint
CREATE INDEX "call_record_by_age" ON "call_record" USING brin ("started_at");--> statement-breakpoint
CREATE INDEX "csv_upload_by_age" ON "csv_upload" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "contact_by_name" ON "contact" USING btree ("account_id","likeness","id") WHERE "contact"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "contact_removed" ON "contact" USING btree ("ended_at","account_id") WHERE "contact"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "contact_by_number" ON "contact" USING gin ("reach") WHERE "contact"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_group_name" ON "contact_group" USING btree ("account_id","folded") WHERE "contact_group"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "contact_group_removed" ON "contact_group" USING btree ("ended_at","account_id") WHERE "contact_group"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "contact_in_group_of_group" ON "contact_in_group" USING btree ("group_id");--> statement-breakpoint
-- A carrier names an account by one of its numbers, however that is written here.
CREATE INDEX "service_by_number" ON "service" USING btree (regexp_replace("identifier", '\D', '', 'g')) WHERE "kind" = 'number';--> statement-breakpoint
call wall_up();
--> statement-breakpoint
-- A contact leaves a group, and leaves no trace there; the rest goes when its time is over.
grant delete on contact_in_group to latchkey_app;
--> statement-breakpoint
grant delete on contact, contact_group, contact_in_group, csv_upload, call_record to latchkey_worker;
