-- Requests that were applied only in part are few, and looked for on every visit of the overview.
CREATE INDEX "ProvisioningEvent_warnings_idx" ON "ProvisioningEvent" ("tenantId", "id") WHERE "warnings" IS NOT NULL;
