DROP INDEX "account_request_code_bare";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "request_code_bare" text GENERATED ALWAYS AS (replace(request_code, '-', '')) STORED;--> statement-breakpoint
CREATE UNIQUE INDEX "account_request_code_bare" ON "account" USING btree ("request_code_bare");