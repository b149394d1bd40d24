DROP INDEX "letter_by_mail_service";--> statement-breakpoint
ALTER TABLE "letter" ALTER COLUMN "dedupe_key" SET DATA TYPE text collate "C";--> statement-breakpoint
CREATE INDEX "letter_by_mail_service" ON "letter" USING btree ("mail_service_id") WHERE "letter"."mail_service_id" is not null;