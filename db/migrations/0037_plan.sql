CREATE TABLE "licence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"subscription_key" text collate "C" NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "licence_key" UNIQUE("provider_id","key"),
	CONSTRAINT "licence_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"product" text NOT NULL,
	"unit_price" bigint NOT NULL,
	"currency" text NOT NULL,
	"period" text NOT NULL,
	"term_months" integer DEFAULT 0 NOT NULL,
	"price_version" text DEFAULT '' NOT NULL,
	"trial_days" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offer_key" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"product" text NOT NULL,
	"unit_price" bigint NOT NULL,
	"currency" text NOT NULL,
	"period" text NOT NULL,
	"term_months" integer DEFAULT 0 NOT NULL,
	"offer_key" text DEFAULT '' NOT NULL,
	"quantity" integer NOT NULL,
	"starts_on" date NOT NULL,
	"renews_on" date,
	"ends_on" date,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_key" UNIQUE("provider_id","key"),
	CONSTRAINT "subscription_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "trial" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"product" text NOT NULL,
	"offer_key" text DEFAULT '' NOT NULL,
	"started_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trial_key" UNIQUE("provider_id","key")
);
--> statement-breakpoint
ALTER TABLE "licence" ADD CONSTRAINT "licence_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trial" ADD CONSTRAINT "trial_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "licence_of_subscription" ON "licence" USING btree ("account_id","subscription_key","email","id");--> statement-breakpoint
CREATE INDEX "subscription_of_account" ON "subscription" USING btree ("account_id","name","id");--> statement-breakpoint
CREATE INDEX "trial_of_account" ON "trial" USING btree ("account_id","started_on","id");--> statement-breakpoint
call wall_up();
--> statement-breakpoint
-- What the provider's systems have no more is there no more, and an order that was taken back never was; the history has both.
grant delete on offer, subscription, licence, trial, back_office_change to latchkey_app;
