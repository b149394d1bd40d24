-- The second wall: whatever a query forgets, these roles see one provider's rows only (latchkey_app),
-- or all of them for the portal's own sweeps (latchkey_worker). Neither may change the history.
do $$ begin
  if not exists (select from pg_roles where rolname = 'latchkey_app') then create role latchkey_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'latchkey_worker') then create role latchkey_worker nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
do $$ begin
  execute format('grant latchkey_app, latchkey_worker to %I', current_user);
exception when others then
  if not (pg_has_role(current_user, 'latchkey_app', 'member') and pg_has_role(current_user, 'latchkey_worker', 'member')) then raise; end if;
end $$;
--> statement-breakpoint
create function walled_provider() returns uuid language sql stable as $$
  select nullif(current_setting('app.provider', true), '')::uuid
$$;
--> statement-breakpoint
-- Called by every later migration that adds a table: walls off all tables that carry a provider.
create procedure wall_up() language plpgsql as $$
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
    if t.name in ('event', 'event_seal') then
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
--> statement-breakpoint
alter table provider enable row level security;
--> statement-breakpoint
alter table provider force row level security;
--> statement-breakpoint
create policy wall on provider to latchkey_app using (id = walled_provider()) with check (id = walled_provider());
--> statement-breakpoint
create policy sweep on provider to latchkey_worker using (true) with check (true);
--> statement-breakpoint
-- The one predicate behind every read of who may get in: by the database's clock at every read, never by a sweep.
create view effective_grant with (security_invoker = true) as
  select g.id, g.provider_id, g.account_id, g.partner_id, g.request_id, g.relationship_id, g.designation,
         g.scope, g.scope_pages, g.starts_at, g.ends_at, g.approved_by, g.created_at, g.last_used_at, g.last_used_by,
         p.name as partner_name, p.slug as partner_slug
  from access_grant g
  join partner p on p.id = g.partner_id and p.closed_at is null
  join account a on a.id = g.account_id and a.closed_at is null
  left join channel_relationship r on r.id = g.relationship_id
  where g.state in ('scheduled', 'active')
    and g.starts_at <= clock_timestamp()
    and (g.ends_at is null or g.ends_at > clock_timestamp())
    and (g.relationship_id is null or r.ended_at is null);
--> statement-breakpoint
grant select on effective_grant to latchkey_app, latchkey_worker;
--> statement-breakpoint
create function keep_history() returns trigger language plpgsql as $$
begin
  raise exception 'the history is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger event_is_append_only before update or delete or truncate on event for each statement execute function keep_history();
