CREATE TABLE "account_unattended" (
	"provider_id" uuid NOT NULL,
	"account_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_word" (
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"word" text collate "C" NOT NULL,
	"name_folded" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"closed" boolean NOT NULL,
	"client" boolean NOT NULL,
	CONSTRAINT "account_word_account_id_word_pk" PRIMARY KEY("account_id","word")
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "name_folded" text collate "C" GENERATED ALWAYS AS ((translate(regexp_replace(normalize(lower(name), NFD), '[\u0300-\u036f]', '', 'g'), 'øłđħı', 'oldhi') collate "C")) STORED;--> statement-breakpoint
ALTER TABLE "account_unattended" ADD CONSTRAINT "account_unattended_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_word" ADD CONSTRAINT "account_word_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_unattended_of_provider" ON "account_unattended" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "account_word_found" ON "account_word" USING btree ("provider_id","word","name_folded","account_id","words","closed","client");--> statement-breakpoint
CREATE INDEX "account_open_by_name" ON "account" USING btree ("provider_id","name_folded","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "account_closed_by_name" ON "account" USING btree ("provider_id","name_folded","id") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "account_client_by_name" ON "account" USING btree ("provider_id","name_folded","id") WHERE closed_at is null and parent_id is not null;--> statement-breakpoint
call wall_up();
--> statement-breakpoint
grant delete on account_word, account_unattended, account_product to latchkey_app, latchkey_worker;
--> statement-breakpoint
-- The words by which an account is found: what stands between them is `betweenWords` in db/lists/name-search.ts.
create function account_words(name_folded text, slug text) returns setof text language sql immutable as $$
  select distinct left(word, 60) from regexp_split_to_table(name_folded || ' ' || slug,
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+') word where word <> ''
$$;
--> statement-breakpoint
create function words_of_account(a account) returns setof account_word language sql stable as $$
  select a.provider_id, a.id, w.word, left(a.name_folded, 200),
    ' ' || string_agg(w.word, ' ') over (), a.closed_at is not null, a.parent_id is not null
  from account_words(left(a.name_folded, 200), a.slug) as w(word)
$$;
--> statement-breakpoint
create function keep_account_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from account_word w using changed n join before o on o.id = n.id
      where w.account_id = n.id and (n.name_folded, n.slug, n.closed_at is null, n.parent_id is null)
        is distinct from (o.name_folded, o.slug, o.closed_at is null, o.parent_id is null);
    insert into account_word select w.* from changed n join before o on o.id = n.id
      cross join lateral words_of_account(n) w
      where (n.name_folded, n.slug, n.closed_at is null, n.parent_id is null)
        is distinct from (o.name_folded, o.slug, o.closed_at is null, o.parent_id is null);
  else
    insert into account_word select w.* from changed n cross join lateral words_of_account(n) w;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger account_words_of_new after insert on account referencing new table as changed
  for each statement execute function keep_account_words();
--> statement-breakpoint
create trigger account_words_of_changed after update on account referencing old table as before new table as changed
  for each statement execute function keep_account_words();
--> statement-breakpoint
-- Accounts of which it may be that nobody is left who may decide. Who may is said by db/approvers.ts; a test holds the two
-- equal. Rather one too many than one too few: whoever lists them looks again.
create function note_new_unattended() returns trigger language plpgsql as $$
begin
  insert into account_unattended (provider_id, account_id) select n.provider_id, n.id from changed n on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create function note_new_approvers() returns trigger language plpgsql as $$
begin
  delete from account_unattended u using changed n join person p on p.id = n.person_id and p.disabled_at is null
    where u.account_id = n.account_id and n.state = 'active' and (n.kind = 'account-manager' or (n.kind = 'administrator' and n.roles && '{account-owner}'::text[]));
  return null;
end $$;
--> statement-breakpoint
create function note_changed_approvers() returns trigger language plpgsql as $$
begin
  insert into account_unattended (provider_id, account_id)
    select o.provider_id, o.account_id from before o join changed n on n.id = o.id
      where o.state = 'active' and (o.kind = 'account-manager' or (o.kind = 'administrator' and o.roles && '{account-owner}'::text[])) and not (n.state = 'active' and (n.kind = 'account-manager' or (n.kind = 'administrator' and n.roles && '{account-owner}'::text[])))
    union select c.provider_id, c.id from before o join changed n on n.id = o.id join account c on c.parent_id = o.account_id and c.closed_at is null
      where o.state = 'active' and o.kind = 'administrator' and 'service-contributor' = any(o.roles) and not (n.state = 'active' and n.kind = 'administrator' and 'service-contributor' = any(n.roles))
    on conflict do nothing;
  delete from account_unattended u using changed n join before o on o.id = n.id join person p on p.id = n.person_id and p.disabled_at is null
    where u.account_id = n.account_id and n.state = 'active' and (n.kind = 'account-manager' or (n.kind = 'administrator' and n.roles && '{account-owner}'::text[])) and not (o.state = 'active' and (o.kind = 'account-manager' or (o.kind = 'administrator' and o.roles && '{account-owner}'::text[])));
  return null;
end $$;
--> statement-breakpoint
create function note_disabled_approvers() returns trigger language plpgsql as $$
begin
  insert into account_unattended (provider_id, account_id)
    select m.provider_id, m.account_id from before o join changed n on n.id = o.id join membership m on m.person_id = n.id
      where o.disabled_at is null and n.disabled_at is not null and m.state = 'active' and (m.kind = 'account-manager' or (m.kind = 'administrator' and m.roles && '{account-owner}'::text[]))
    union select c.provider_id, c.id from before o join changed n on n.id = o.id join membership m on m.person_id = n.id
      join account c on c.parent_id = m.account_id and c.closed_at is null
      where o.disabled_at is null and n.disabled_at is not null and m.state = 'active' and m.kind = 'administrator' and 'service-contributor' = any(m.roles)
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger account_unattended_of_new after insert on account referencing new table as changed
  for each statement execute function note_new_unattended();
--> statement-breakpoint
create trigger account_unattended_of_added after insert on membership referencing new table as changed
  for each statement execute function note_new_approvers();
--> statement-breakpoint
create trigger account_unattended_of_moved after update on membership referencing old table as before new table as changed
  for each statement execute function note_changed_approvers();
--> statement-breakpoint
create trigger account_unattended_of_disabled after update on person referencing old table as before new table as changed
  for each statement execute function note_disabled_approvers();
--> statement-breakpoint
-- Accounts that are there already. Their wall stands before their owner too, so it is lowered for this one statement.
alter table account no force row level security;
--> statement-breakpoint
alter table account_word no force row level security;
--> statement-breakpoint
alter table account_unattended no force row level security;
--> statement-breakpoint
alter table membership no force row level security;
--> statement-breakpoint
alter table person no force row level security;
--> statement-breakpoint
insert into account_word select w.* from account a cross join lateral words_of_account(a) w;
--> statement-breakpoint
insert into account_unattended (provider_id, account_id) select a.provider_id, a.id from account a where not exists (
  select 1 from membership m join person p on p.id = m.person_id and p.disabled_at is null where m.account_id = a.id and m.state = 'active' and (m.kind = 'account-manager' or (m.kind = 'administrator' and m.roles && '{account-owner}'::text[])));
--> statement-breakpoint
alter table account force row level security;
--> statement-breakpoint
alter table account_word force row level security;
--> statement-breakpoint
alter table account_unattended force row level security;
--> statement-breakpoint
alter table membership force row level security;
--> statement-breakpoint
alter table person force row level security;
