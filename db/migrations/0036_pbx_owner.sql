-- A PIN goes with the voicemail, the number and the person, whichever way they go: it opened the messages of that one alone.
create function forget_pin() returns trigger language plpgsql as $$
begin
  new.pin_key := null;
  new.pin_mark := null;
  new.pin_set_at := null;
  return new;
end $$;
--> statement-breakpoint
create trigger pbx_extension_pin before update of number, membership_id, voicemail on pbx_extension for each row
  when (not new.voicemail or new.number <> old.number or new.membership_id is distinct from old.membership_id)
  execute function forget_pin();
--> statement-breakpoint
-- Servers of the release before still write an end user's extension into their place; to be dropped with that column. Where
-- the number is another's by now it is kept among the removed ones, under its person's name.
create function carry_old_extension() returns trigger language plpgsql as $$
begin
  if coalesce(new.extension, '') = '' then
    update pbx_extension x set ended_at = statement_timestamp()
      where x.account_id = new.account_id and x.membership_id = new.id and x.ended_at is null;
  elsif exists (select from pbx_extension x where x.account_id = new.account_id and x.number = new.extension
      and x.ended_at is null and x.membership_id is distinct from new.id) then
    insert into pbx_extension (provider_id, account_id, number, membership_id, ended_at)
      values (new.provider_id, new.account_id, new.extension, new.id, statement_timestamp());
  else
    update pbx_extension x set number = new.extension
      where x.account_id = new.account_id and x.membership_id = new.id and x.ended_at is null;
    if not found then
      insert into pbx_extension (provider_id, account_id, number, membership_id)
        values (new.provider_id, new.account_id, new.extension, new.id);
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger pbx_extension_of_old_new after insert on membership for each row
  when (new.kind = 'end-user' and new.state <> 'removed' and new.extension <> '') execute function carry_old_extension();
--> statement-breakpoint
create trigger pbx_extension_of_old_changed after update of extension on membership for each row
  when (new.kind = 'end-user' and new.state <> 'removed' and coalesce(new.extension, '') <> coalesce(old.extension, ''))
  execute function carry_old_extension();
--> statement-breakpoint
-- Of two people with one number the first kept it (0034); that of the others is kept in the same way, and not lost unseen.
alter table membership no force row level security;
--> statement-breakpoint
alter table pbx_extension no force row level security;
--> statement-breakpoint
insert into pbx_extension (provider_id, account_id, number, membership_id, ended_at)
  select m.provider_id, m.account_id, m.extension, m.id, statement_timestamp() from membership m
  where m.kind = 'end-user' and m.state <> 'removed' and m.extension <> ''
    and not exists (select from pbx_extension x where x.membership_id = m.id);
--> statement-breakpoint
alter table membership force row level security;
--> statement-breakpoint
alter table pbx_extension force row level security;
