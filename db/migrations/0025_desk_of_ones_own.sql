CREATE TABLE "calendar_feed" (
	"provider_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feed_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "customer_pin" (
	"provider_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_pin_staff_id_account_id_pk" PRIMARY KEY("staff_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_partner_id_staff_id_partner_staff_partner_id_id_fk" FOREIGN KEY ("partner_id","staff_id") REFERENCES "public"."partner_staff"("partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_pin" ADD CONSTRAINT "customer_pin_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_pin" ADD CONSTRAINT "customer_pin_partner_id_staff_id_partner_staff_partner_id_id_fk" FOREIGN KEY ("partner_id","staff_id") REFERENCES "public"."partner_staff"("partner_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_pin" ADD CONSTRAINT "customer_pin_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
call wall_up();
--> statement-breakpoint
-- What people keep for themselves is no fact of anybody else's: taken away, it is gone.
grant delete on customer_pin, calendar_feed to latchkey_app, latchkey_worker;
