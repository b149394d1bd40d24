CREATE TABLE "access_recheck" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"restored_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "access_recheck_of_account" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "clock_watch" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seen_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"apart" bigint DEFAULT 0 NOT NULL,
	"back_at" timestamp with time zone,
	"back_seconds" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "clock_watch_is_one" CHECK ("clock_watch"."only_row")
);
--> statement-breakpoint
CREATE TABLE "portal_epoch" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"at" timestamp with time zone,
	"cause" text,
	"identity" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "portal_epoch_is_one" CHECK ("portal_epoch"."only_row")
);
--> statement-breakpoint
ALTER TABLE "access_grant" ADD COLUMN "rechecked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "access_recheck" ADD CONSTRAINT "access_recheck_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
insert into portal_epoch default values;
--> statement-breakpoint
insert into clock_watch default values;
--> statement-breakpoint
-- Which database this is, as far as may be read. It changes with another server (system), another history of the same
-- server (timeline: a point-in-time recovery, a promoted standby), another database, and a dump read back (table).
create function database_identity() returns jsonb language plpgsql stable as $$
declare said jsonb := jsonb_build_object('table', 'public.portal_epoch'::regclass::oid::text,
  'database', (select oid::text from pg_database where datname = current_database()));
begin
  begin
    said := said || jsonb_build_object('system', (select system_identifier::text from pg_control_system()));
  exception when others then null;
  end;
  begin
    -- The control file tells of a new timeline only after its first checkpoint.
    said := said || jsonb_build_object('timeline', (('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int)::text);
  exception when others then
    begin
      said := said || jsonb_build_object('timeline', (select timeline_id::text from pg_control_checkpoint()));
    exception when others then null;
    end;
  end;
  return said;
end $$;
--> statement-breakpoint
-- As it was, but for the portal's own two rows, which nothing that acts for a provider may change.
create or replace procedure wall_up() language plpgsql as $$
declare t record;
begin
  grant usage on schema public to latchkey_app, latchkey_worker;
  for t in
    select c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'provider_id' and not a.attisdropped) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
  loop
    execute format('revoke all on %I from public', t.name);
    if t.name in ('portal_epoch', 'clock_watch') then
      execute format('revoke all on %I from latchkey_app', t.name);
      execute format('grant select on %I to latchkey_app', t.name);
      execute format('grant select, update on %I to latchkey_worker', t.name);
    elsif t.name in ('event', 'event_seal') then
      execute format('grant select, insert on %I to latchkey_app, latchkey_worker', t.name);
    elsif t.name in ('session', 'one_time_token', 'form_answer', 'rate_limit', 'demo_mailbox') then
      execute format('grant select, insert, update, delete on %I to latchkey_app, latchkey_worker', t.name);
    else
      execute format('grant select, insert, update on %I to latchkey_app, latchkey_worker', t.name);
    end if;
    if t.tenant then
      execute format('alter table %I enable row level security', t.name);
      execute format('alter table %I force row level security', t.name);
      execute format('drop policy if exists wall on %I', t.name);
      execute format('drop policy if exists sweep on %I', t.name);
      execute format('create policy wall on %I to latchkey_app using (provider_id = walled_provider()) with check (provider_id = walled_provider())', t.name);
      execute format('create policy sweep on %I to latchkey_worker using (true) with check (true)', t.name);
    end if;
  end loop;
  grant usage on all sequences in schema public to latchkey_app, latchkey_worker;
end $$;
--> statement-breakpoint
call wall_up();
