CREATE TABLE "fax" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"state" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"findable" text collate "C" DEFAULT '' NOT NULL,
	"pages" integer NOT NULL,
	"pages_sent" integer,
	"size" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"own_number" text NOT NULL,
	"own_key" text NOT NULL,
	"other_number" text NOT NULL,
	"other_key" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"sent_by" uuid,
	"sent_name" text DEFAULT '' NOT NULL,
	"sent_firm" text DEFAULT '' NOT NULL,
	"carrier_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	CONSTRAINT "fax_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "fax_document" (
	"fax_id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sms_conversation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"own_number" text NOT NULL,
	"own_key" text NOT NULL,
	"other_number" text NOT NULL,
	"other_key" text NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sms_conversation_in_account" UNIQUE("account_id","id"),
	CONSTRAINT "sms_conversation_once" UNIQUE("account_id","own_key","other_key")
);
--> statement-breakpoint
CREATE TABLE "sms_message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"state" text NOT NULL,
	"body" text NOT NULL,
	"findable" text collate "C" NOT NULL,
	"segments" integer DEFAULT 1 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"own_number" text NOT NULL,
	"own_key" text NOT NULL,
	"other_number" text NOT NULL,
	"other_key" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"sent_by" uuid,
	"sent_name" text DEFAULT '' NOT NULL,
	"sent_firm" text DEFAULT '' NOT NULL,
	"carrier_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	CONSTRAINT "sms_message_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "sms_seen" (
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sms_seen_conversation_id_person_id_pk" PRIMARY KEY("conversation_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "fax" ADD CONSTRAINT "fax_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fax" ADD CONSTRAINT "fax_provider_id_sent_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","sent_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fax_document" ADD CONSTRAINT "fax_document_account_id_fax_id_fax_account_id_id_fk" FOREIGN KEY ("account_id","fax_id") REFERENCES "public"."fax"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fax_document" ADD CONSTRAINT "fax_document_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_conversation" ADD CONSTRAINT "sms_conversation_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_message" ADD CONSTRAINT "sms_message_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_message" ADD CONSTRAINT "sms_message_provider_id_sent_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","sent_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_message" ADD CONSTRAINT "sms_message_account_id_conversation_id_sms_conversation_account_id_id_fk" FOREIGN KEY ("account_id","conversation_id") REFERENCES "public"."sms_conversation"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_seen" ADD CONSTRAINT "sms_seen_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_seen" ADD CONSTRAINT "sms_seen_account_id_conversation_id_sms_conversation_account_id_id_fk" FOREIGN KEY ("account_id","conversation_id") REFERENCES "public"."sms_conversation"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_seen" ADD CONSTRAINT "sms_seen_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fax_once" ON "fax" USING btree ("account_id","carrier_id") WHERE "fax"."direction" = 'incoming';--> statement-breakpoint
CREATE INDEX "fax_of_account" ON "fax" USING btree ("account_id","at","id","direction","state","ended_at","size");--> statement-breakpoint
CREATE INDEX "fax_due" ON "fax" USING btree ("next_attempt_at") WHERE "fax"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "fax_removed" ON "fax" USING btree ("ended_at","account_id") WHERE "fax"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "sms_conversation_newest" ON "sms_conversation" USING btree ("account_id","last_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sms_message_once" ON "sms_message" USING btree ("account_id","carrier_id") WHERE "sms_message"."direction" = 'incoming';--> statement-breakpoint
CREATE INDEX "sms_message_of_conversation" ON "sms_message" USING btree ("conversation_id","at","id");--> statement-breakpoint
CREATE INDEX "sms_message_due" ON "sms_message" USING btree ("next_attempt_at") WHERE "sms_message"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "sms_message_by_age" ON "sms_message" USING brin ("created_at");--> statement-breakpoint
-- A document may have 10 MB and no more, whoever brings it.
ALTER TABLE "fax_document" ADD CONSTRAINT "fax_document_size" CHECK (octet_length("content") between 1 and 10000000);--> statement-breakpoint
-- Documents are packed already; the database need not try again.
ALTER TABLE "fax_document" ALTER COLUMN "content" SET STORAGE EXTERNAL;--> statement-breakpoint
call wall_up();
--> statement-breakpoint
grant delete on sms_conversation, sms_message, sms_seen, fax, fax_document to latchkey_worker;
