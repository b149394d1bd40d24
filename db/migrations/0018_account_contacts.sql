CREATE TABLE "account_contact" (
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"membership_id" uuid NOT NULL,
	CONSTRAINT "account_contact_account_id_kind_pk" PRIMARY KEY("account_id","kind")
);
--> statement-breakpoint
DROP INDEX "account_by_name";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "moved_from_brand_id" uuid;--> statement-breakpoint
ALTER TABLE "branding_domain" ADD COLUMN "moved_accounts" integer;--> statement-breakpoint
ALTER TABLE "branding_domain" ADD COLUMN "moved_people" integer;--> statement-breakpoint
ALTER TABLE "account_contact" ADD CONSTRAINT "account_contact_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_contact" ADD CONSTRAINT "account_contact_of_membership" FOREIGN KEY ("account_id","membership_id") REFERENCES "public"."membership"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_moved_from_in_provider" FOREIGN KEY ("provider_id","moved_from_brand_id") REFERENCES "public"."branding_domain"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_moved_from" ON "account" USING btree ("moved_from_brand_id") WHERE moved_from_brand_id is not null;--> statement-breakpoint
call wall_up();
--> statement-breakpoint
grant delete on account_contact to latchkey_app, latchkey_worker;
--> statement-breakpoint
-- Whoever is removed from an account is no contact of it any more, whichever way they were removed.
create function forget_removed_contacts() returns trigger language plpgsql as $$
begin
  delete from account_contact c using changed n
    where n.state = 'removed' and c.account_id = n.account_id and c.membership_id = n.id;
  return null;
end $$;
--> statement-breakpoint
create trigger account_contact_of_removed after update on membership referencing new table as changed
  for each statement execute function forget_removed_contacts();
