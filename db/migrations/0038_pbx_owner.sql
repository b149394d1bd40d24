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
