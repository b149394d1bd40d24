CREATE INDEX "fax_by_age" ON "fax" USING brin ("created_at");
--> statement-breakpoint
-- As it was, but a table that stands behind its wall already is left alone: setting its policies anew would lock every table
-- of a portal that serves.
create or replace procedure wall_up() language plpgsql as $$
declare t record;
begin
  grant usage on schema public to latchkey_app, latchkey_worker;
  for t in
    select c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'provider_id' and not a.attisdropped) as tenant,
      c.relrowsecurity and c.relforcerowsecurity
        and (select count(*) from pg_policy p where p.polrelid = c.oid and p.polname in ('wall', 'sweep')) = 2 as walled
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
    if t.tenant and not t.walled then
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
