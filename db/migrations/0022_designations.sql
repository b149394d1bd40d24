CREATE TABLE "designation_ask" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"asked_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"answer" text DEFAULT '' NOT NULL,
	CONSTRAINT "designation_ask_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "client_exclusion" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"excluded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"included_at" timestamp with time zone,
	"included_by" uuid,
	CONSTRAINT "client_exclusion_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "client_use" (
	"provider_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	"last_used_by" uuid NOT NULL,
	CONSTRAINT "client_use_client_id_grant_id_pk" PRIMARY KEY("client_id","grant_id")
);
--> statement-breakpoint
ALTER TABLE "access_grant" ADD COLUMN "designation_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "access_grant" ADD COLUMN "reaches_clients" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "designation_ask" ADD CONSTRAINT "designation_ask_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation_ask" ADD CONSTRAINT "designation_ask_account_id_grant_id_access_grant_account_id_id_fk" FOREIGN KEY ("account_id","grant_id") REFERENCES "public"."access_grant"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation_ask" ADD CONSTRAINT "designation_ask_provider_id_asked_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","asked_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation_ask" ADD CONSTRAINT "designation_ask_provider_id_answered_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","answered_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_exclusion" ADD CONSTRAINT "client_exclusion_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_exclusion" ADD CONSTRAINT "client_exclusion_provider_id_partner_id_partner_provider_id_id_fk" FOREIGN KEY ("provider_id","partner_id") REFERENCES "public"."partner"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_exclusion" ADD CONSTRAINT "client_exclusion_provider_id_excluded_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","excluded_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_exclusion" ADD CONSTRAINT "client_exclusion_provider_id_included_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","included_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_use" ADD CONSTRAINT "client_use_provider_id_client_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","client_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_use" ADD CONSTRAINT "client_use_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_use" ADD CONSTRAINT "client_use_account_id_grant_id_access_grant_account_id_id_fk" FOREIGN KEY ("account_id","grant_id") REFERENCES "public"."access_grant"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_use" ADD CONSTRAINT "client_use_provider_id_last_used_by_person_provider_id_id_fk" FOREIGN KEY ("provider_id","last_used_by") REFERENCES "public"."person"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "designation_ask_one_waiting" ON "designation_ask" USING btree ("grant_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "designation_ask_waiting" ON "designation_ask" USING btree ("provider_id","created_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "designation_ask_of_grant" ON "designation_ask" USING btree ("grant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "client_exclusion_holding" ON "client_exclusion" USING btree ("account_id","partner_id") WHERE included_at is null;--> statement-breakpoint
CREATE INDEX "access_grant_reaching" ON "access_grant" USING btree ("account_id","created_at","id") WHERE state in ('scheduled', 'active', 'suspended') and reaches_clients;--> statement-breakpoint
CREATE INDEX "access_grant_designated" ON "access_grant" USING btree ("account_id","partner_id") WHERE state in ('scheduled', 'active', 'suspended') and designation = 'provider';--> statement-breakpoint
CREATE INDEX "access_grant_reaching_of_partner" ON "access_grant" USING btree ("partner_id","account_id") WHERE state in ('scheduled', 'active', 'suspended') and reaches_clients;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_not_own_parent" CHECK (parent_id <> id);--> statement-breakpoint
-- Nobody comes to an account by its own grants, its parent's parent's, or a stranger's: parents never lead round.
create function refuse_parent_circle() returns trigger language plpgsql as $$
begin
  if exists (with recursive up(id) as (select new.parent_id
      union select a.parent_id from account a join up on a.id = up.id where a.parent_id is not null)
    select from up where id = new.id)
  then raise exception 'the parents of this account lead back to itself' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger account_parent_circle before update of parent_id on account for each row
  when (new.parent_id is not null and new.parent_id is distinct from old.parent_id) execute function refuse_parent_circle();
--> statement-breakpoint
create or replace view effective_grant with (security_invoker = true) as
  select g.id, g.provider_id, g.account_id, g.partner_id, g.request_id, g.relationship_id, g.designation,
         g.scope, g.scope_pages, g.starts_at, g.ends_at, g.approved_by, g.created_at, g.last_used_at, g.last_used_by,
         p.name as partner_name, p.slug as partner_slug, g.reaches_clients
  from access_grant g
  join partner p on p.id = g.partner_id and p.closed_at is null
  join account a on a.id = g.account_id and a.closed_at is null
  left join channel_relationship r on r.id = g.relationship_id
  where g.state in ('scheduled', 'active')
    and g.starts_at <= clock_timestamp()
    and (g.ends_at is null or g.ends_at > clock_timestamp())
    and (g.relationship_id is null or r.ended_at is null);
--> statement-breakpoint
call wall_up();
