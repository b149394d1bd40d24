CREATE TABLE "back_office_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"turn" bigint GENERATED ALWAYS AS IDENTITY (sequence name "back_office_change_turn_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"key" text collate "C" NOT NULL,
	"changes" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"last_error" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "balance" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	CONSTRAINT "balance_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "demo_back_office" (
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text collate "C" NOT NULL,
	"item" jsonb NOT NULL,
	CONSTRAINT "demo_back_office_account_id_kind_key_pk" PRIMARY KEY("account_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"currency" text NOT NULL,
	"net" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"paid" bigint NOT NULL,
	"state" text NOT NULL,
	"lines" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_key" UNIQUE("provider_id","key"),
	CONSTRAINT "invoice_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "sync_run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid,
	"asked_by" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"lease_until" timestamp with time zone DEFAULT now() NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"cursor" text,
	"page" integer DEFAULT 0 NOT NULL,
	"seen" text[] DEFAULT '{}' NOT NULL,
	"unread" integer DEFAULT 0 NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"told" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sync_run_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "service" ADD COLUMN "key" text collate "C";--> statement-breakpoint
ALTER TABLE "back_office_change" ADD CONSTRAINT "back_office_change_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance" ADD CONSTRAINT "balance_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo_back_office" ADD CONSTRAINT "demo_back_office_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_provider_id_person_id_person_provider_id_id_fk" FOREIGN KEY ("provider_id","person_id") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "back_office_change_due" ON "back_office_change" USING btree ("next_attempt_at","turn") WHERE "back_office_change"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "back_office_change_of_thing" ON "back_office_change" USING btree ("account_id","kind","key","turn");--> statement-breakpoint
CREATE INDEX "invoice_of_account" ON "invoice" USING btree ("account_id","issued_on","id","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_run_once" ON "sync_run" USING btree ("account_id") WHERE "sync_run"."state" = 'running';--> statement-breakpoint
CREATE INDEX "sync_run_due" ON "sync_run" USING btree ("lease_until") WHERE "sync_run"."state" = 'running';--> statement-breakpoint
CREATE INDEX "sync_run_of_account" ON "sync_run" USING btree ("account_id","created_at","id");--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_key" UNIQUE("provider_id","key");
--> statement-breakpoint
call wall_up();
--> statement-breakpoint
-- What the provider's systems have no more is there no more; its past stands in the history. Invoices stay.
grant delete on service, balance to latchkey_app;
--> statement-breakpoint
grant delete on sync_run, back_office_change to latchkey_worker;
