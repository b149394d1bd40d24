ALTER TABLE "letter" ADD COLUMN "replaced_by" uuid;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "trouble" text GENERATED ALWAYS AS (case when replaced_by is not null then null
  when delivery = 'complained' then 'complained' when delivery = 'bounced' then 'bounced'
  when state = 'failed' or (state = 'dropped' and drop_reason = 'not-an-address') then 'failed'
  when state = 'sent' and delivery = 'delayed' then 'delayed' end) STORED;--> statement-breakpoint
CREATE INDEX "event_by_provider" ON "event" USING btree ("provider_id","id") WHERE "event"."actor_kind" = 'provider';--> statement-breakpoint
CREATE INDEX "letter_of_person" ON "letter" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "letter_in_trouble" ON "letter" USING btree ("provider_id","created_at","id") WHERE "letter"."trouble" is not null;--> statement-breakpoint
CREATE INDEX "letter_by_trouble" ON "letter" USING btree ("provider_id","trouble","created_at","id") WHERE "letter"."trouble" is not null;--> statement-breakpoint
CREATE INDEX "letter_waiting" ON "letter" USING btree ("provider_id","created_at","id") WHERE "letter"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "letter_replaced" ON "letter" USING btree ("provider_id","created_at","id") WHERE "letter"."replaced_by" is not null;