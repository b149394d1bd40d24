ALTER TABLE "account" DROP CONSTRAINT "account_request_code";--> statement-breakpoint
CREATE UNIQUE INDEX "account_request_code_bare" ON "account" USING btree (replace("request_code", '-', ''));