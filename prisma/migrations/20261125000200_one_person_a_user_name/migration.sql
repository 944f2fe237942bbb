-- One userName, one person, whether SCIM knows them or not: an invite that is accepted while the same person is pushed
-- must not make two. Only who was deleted keeps the name without holding it.
DROP INDEX "User_userName_key";
CREATE UNIQUE INDEX "User_userName_key" ON "User" ("tenantId", "userNameKey" text_pattern_ops,
  (CASE WHEN "scimState" = 'deleted' THEN "id" ELSE '00000000-0000-0000-0000-000000000000'::uuid END));

-- People and teams have no foreign key to their tenant, which each write would have to lock. They go with it all the same.
CREATE FUNCTION delete_people_and_teams() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Team" WHERE "tenantId" = OLD."id";
  DELETE FROM "User" WHERE "tenantId" = OLD."id";
  RETURN OLD;
END $$;
CREATE TRIGGER "Tenant_delete" AFTER DELETE ON "Tenant" FOR EACH ROW EXECUTE FUNCTION delete_people_and_teams();
