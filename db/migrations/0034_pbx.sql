CREATE TABLE "key_profile" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded" text collate "C" NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "key_profile_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "pbx_extension" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" text collate "C" NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"membership_id" uuid,
	"device" text DEFAULT 'desk' NOT NULL,
	"caller_name" text DEFAULT '' NOT NULL,
	"busy" text DEFAULT 'voicemail' NOT NULL,
	"busy_extension_id" uuid,
	"busy_number" text DEFAULT '' NOT NULL,
	"ring_seconds" integer DEFAULT 20 NOT NULL,
	"unanswered" text DEFAULT 'voicemail' NOT NULL,
	"unanswered_extension_id" uuid,
	"unanswered_number" text DEFAULT '' NOT NULL,
	"voicemail" boolean DEFAULT true NOT NULL,
	"pin_key" text,
	"pin_mark" text,
	"pin_set_at" timestamp with time zone,
	"profile_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "pbx_extension_in_account" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "profile_key" (
	"provider_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"value" text DEFAULT '' NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"extension_id" uuid,
	CONSTRAINT "profile_key_profile_id_position_pk" PRIMARY KEY("profile_id","position")
);
--> statement-breakpoint
ALTER TABLE "key_profile" ADD CONSTRAINT "key_profile_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pbx_extension" ADD CONSTRAINT "pbx_extension_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pbx_extension" ADD CONSTRAINT "pbx_extension_of_membership" FOREIGN KEY ("account_id","membership_id") REFERENCES "public"."membership"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pbx_extension" ADD CONSTRAINT "pbx_extension_profile" FOREIGN KEY ("account_id","profile_id") REFERENCES "public"."key_profile"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pbx_extension" ADD CONSTRAINT "pbx_extension_busy_to" FOREIGN KEY ("account_id","busy_extension_id") REFERENCES "public"."pbx_extension"("account_id","id") ON DELETE set null ("busy_extension_id") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pbx_extension" ADD CONSTRAINT "pbx_extension_unanswered_to" FOREIGN KEY ("account_id","unanswered_extension_id") REFERENCES "public"."pbx_extension"("account_id","id") ON DELETE set null ("unanswered_extension_id") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_key" ADD CONSTRAINT "profile_key_provider_id_account_id_account_provider_id_id_fk" FOREIGN KEY ("provider_id","account_id") REFERENCES "public"."account"("provider_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_key" ADD CONSTRAINT "profile_key_of_profile" FOREIGN KEY ("account_id","profile_id") REFERENCES "public"."key_profile"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_key" ADD CONSTRAINT "profile_key_lamp" FOREIGN KEY ("account_id","extension_id") REFERENCES "public"."pbx_extension"("account_id","id") ON DELETE set null ("extension_id") ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "key_profile_name" ON "key_profile" USING btree ("account_id","folded");--> statement-breakpoint
CREATE INDEX "pbx_extension_removed" ON "pbx_extension" USING btree ("ended_at","account_id") WHERE "pbx_extension"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "pbx_extension_of_profile" ON "pbx_extension" USING btree ("profile_id") WHERE "pbx_extension"."profile_id" is not null;--> statement-breakpoint
CREATE INDEX "pbx_extension_when_busy" ON "pbx_extension" USING btree ("busy_extension_id") WHERE "pbx_extension"."busy_extension_id" is not null;--> statement-breakpoint
CREATE INDEX "pbx_extension_when_unanswered" ON "pbx_extension" USING btree ("unanswered_extension_id") WHERE "pbx_extension"."unanswered_extension_id" is not null;--> statement-breakpoint
CREATE INDEX "profile_key_of_extension" ON "profile_key" USING btree ("extension_id") WHERE "profile_key"."extension_id" is not null;--> statement-breakpoint
-- Held at the end of a statement and not row by row: two may change places.
alter table pbx_extension add constraint pbx_extension_number exclude using btree (account_id with =, number with =)
  where (ended_at is null) deferrable initially immediate;
--> statement-breakpoint
alter table pbx_extension add constraint pbx_extension_one_of_person exclude using btree (membership_id with =)
  where (ended_at is null and membership_id is not null) deferrable initially immediate;
--> statement-breakpoint
-- What end users had as their extension becomes one of the virtual PBX, once on an account. The column it stood in stays
-- while servers of the release before may still run; nothing of this one reads it.
alter table membership no force row level security;
--> statement-breakpoint
insert into pbx_extension (provider_id, account_id, number, membership_id)
  select distinct on (m.account_id, m.extension) m.provider_id, m.account_id, m.extension, m.id from membership m
  where m.kind = 'end-user' and m.state <> 'removed' and m.extension <> '' order by m.account_id, m.extension, m.created_at;
--> statement-breakpoint
call wall_up();
--> statement-breakpoint
grant delete on key_profile, profile_key to latchkey_app;
--> statement-breakpoint
grant delete on pbx_extension to latchkey_worker;
--> statement-breakpoint
-- Whoever is removed from an account has no extension on it any more, whichever way they were removed.
create function end_removed_extensions() returns trigger language plpgsql as $$
begin
  update pbx_extension e set ended_at = statement_timestamp() from changed n
    where n.state = 'removed' and e.account_id = n.account_id and e.membership_id = n.id and e.ended_at is null;
  return null;
end $$;
--> statement-breakpoint
create trigger pbx_extension_of_removed after update on membership referencing new table as changed
  for each statement execute function end_removed_extensions();
