DROP INDEX "access_request_of_partner";--> statement-breakpoint
CREATE INDEX "access_grant_live_of_partner" ON "access_grant" USING btree ("partner_id","ends_at") WHERE state in ('scheduled', 'active', 'suspended');--> statement-breakpoint
CREATE INDEX "access_request_of_partner" ON "access_request" USING btree ("partner_id","account_id","created_at");