ALTER TABLE "branding_domain" ADD COLUMN "accent_dark" text;--> statement-breakpoint
CREATE INDEX "account_at_home" ON "account" USING btree ("home_brand_id");--> statement-breakpoint
CREATE INDEX "person_at_home" ON "person" USING btree ("home_brand_id");
--> statement-breakpoint
-- Nobody is at home where there is no portal any more: whoever is added while their brand is being retired, or after,
-- comes to its successor. The lock makes a retirement that is under way be waited for.
create function home_in_use() returns trigger language plpgsql as $$
declare heir uuid; gone boolean;
begin
  select retired_at is not null, successor_id into gone, heir from branding_domain where id = new.home_brand_id for share;
  if gone and heir is not null then new.home_brand_id := heir; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger person_home_in_use before insert or update of home_brand_id on person for each row execute function home_in_use();
--> statement-breakpoint
create trigger account_home_in_use before insert or update of home_brand_id on account for each row execute function home_in_use();
