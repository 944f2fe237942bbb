-- A change of `active` must touch no index: with this one PostgreSQL wrote a new entry into every index of the row.
DROP INDEX "User_active_idx";

-- Nearly everyone has one address, and that is in "emailKey": only who has more needs the array searched.
DROP INDEX "User_emailKeys_idx";
CREATE INDEX "User_emailKeys_idx" ON "User" USING gin ("emailKeys") WHERE cardinality("emailKeys") > 1;

-- One index for who has a userName, whoever it is, and for its uniqueness among those SCIM sees. The pattern class serves
-- `sw` under any collation.
DROP INDEX "User_live_userName_key";
DROP INDEX "User_userNameKey_idx";
CREATE UNIQUE INDEX "User_userName_key" ON "User" ("tenantId", "userNameKey" text_pattern_ops,
  (CASE WHEN "scimState" = 'live' THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE "id" END));

-- What stands in one field already is not searched a second time in another.
ALTER TABLE "User" DROP COLUMN "searchText";
ALTER TABLE "User" ADD COLUMN "searchText" TEXT NOT NULL GENERATED ALWAYS AS (lower(
  "userName"
  || ' ' || coalesce("displayName", '')
  || CASE WHEN "displayName" = "givenName" || ' ' || "familyName" THEN ''
          ELSE ' ' || coalesce("givenName", '') || ' ' || coalesce("familyName", '') END
  || CASE WHEN "email" = "userName" THEN '' ELSE ' ' || coalesce("email", '') END
  || CASE WHEN "externalId" = "userName" OR "externalId" = "email" THEN '' ELSE ' ' || coalesce("externalId", '') END)) STORED;
CREATE INDEX "User_search_idx" ON "User" USING gin ("tenantId", "searchText" gin_trgm_ops);
