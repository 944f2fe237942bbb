-- The Users page of the console sorts by the name that a person is called by, and counts who is active.

CREATE INDEX "User_console_name_idx" ON "User" ("tenantId", lower(coalesce("displayName", "givenName" || ' ' || "familyName", "givenName", "familyName", "userName")), "id");

CREATE INDEX "User_active_idx" ON "User" ("tenantId", "active");
