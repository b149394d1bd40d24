CREATE TABLE "account_brand" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"shop_link" text DEFAULT '' NOT NULL,
	"support_link" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_logo" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "service_template" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded" text collate "C" NOT NULL,
	"product" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"level" text DEFAULT '' NOT NULL,
	"support_text" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "account_brand" ADD CONSTRAINT "account_brand_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_logo" ADD CONSTRAINT "account_logo_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_template" ADD CONSTRAINT "service_template_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_logo_of_account" ON "account_logo" USING btree ("account_id","kind");--> statement-breakpoint
CREATE INDEX "account_logo_ended" ON "account_logo" USING btree ("ended_at") WHERE "account_logo"."ended_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "service_template_name" ON "service_template" USING btree ("account_id","folded") WHERE "service_template"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "service_template_removed" ON "service_template" USING btree ("ended_at") WHERE "service_template"."ended_at" is not null;--> statement-breakpoint
-- Held at the end of a statement and not row by row: the logo before and the one that is worn may change places.
alter table account_logo add constraint account_logo_worn exclude using btree (account_id with =, kind with =)
  where (ended_at is null) deferrable initially immediate;
--> statement-breakpoint
call wall_up();
--> statement-breakpoint
grant delete on account_logo to latchkey_app;
--> statement-breakpoint
grant delete on account_logo, service_template to latchkey_worker;
