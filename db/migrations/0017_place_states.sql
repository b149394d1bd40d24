ALTER TABLE "partner_staff" ADD COLUMN "invited_name" text;--> statement-breakpoint
ALTER TABLE "partner_staff" ADD COLUMN "activated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "invited_name" text;--> statement-breakpoint
ALTER TABLE "platform_user" ADD COLUMN "activated_at" timestamp with time zone;--> statement-breakpoint
-- Places that are there already: whoever has a password or has ever come in has taken theirs. The tables' wall stands before
-- their owner too, so it is lowered for these statements.
alter table partner_staff no force row level security;
--> statement-breakpoint
alter table platform_user no force row level security;
--> statement-breakpoint
alter table person no force row level security;
--> statement-breakpoint
update partner_staff s set activated_at = s.created_at from person p
  where p.id = s.person_id and (p.password_hash is not null or p.last_sign_in_at is not null);
--> statement-breakpoint
update platform_user u set activated_at = u.created_at from person p
  where p.id = u.person_id and (p.password_hash is not null or p.last_sign_in_at is not null);
--> statement-breakpoint
alter table partner_staff force row level security;
--> statement-breakpoint
alter table platform_user force row level security;
--> statement-breakpoint
alter table person force row level security;
--> statement-breakpoint
-- The provider's own people are nothing else within it: the one part of lib/membership/beside.ts that lies across tables,
-- where no unique index reaches. Each question of a function sees what was there when it was put; so the people are held
-- first, and whoever adds the other place at this moment is waited for and seen.
create function keep_provider_staff_apart() returns trigger language plpgsql as $$
begin
  perform 1 from person p where p.id in (select n.person_id from added n) order by p.id for no key update;
  if tg_table_name = 'platform_user' and (
      exists (select 1 from added n join membership m on m.person_id = n.person_id and m.state <> 'removed')
      or exists (select 1 from added n join partner_staff s on s.person_id = n.person_id and s.removed_at is null))
    or tg_table_name <> 'platform_user'
      and exists (select 1 from added n join platform_user u on u.person_id = n.person_id and u.removed_at is null)
  then
    raise exception 'the provider''s own people are nothing else' using errcode = 'unique_violation', constraint = 'provider_staff_apart';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger provider_staff_apart after insert on platform_user referencing new table as added
  for each statement execute function keep_provider_staff_apart();
--> statement-breakpoint
create trigger provider_staff_apart after insert on membership referencing new table as added
  for each statement execute function keep_provider_staff_apart();
--> statement-breakpoint
create trigger provider_staff_apart after insert on partner_staff referencing new table as added
  for each statement execute function keep_provider_staff_apart();
