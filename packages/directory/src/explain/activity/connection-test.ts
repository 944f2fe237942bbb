/**
 * SQL: whether `"ProvisioningEvent" e`, with its token `k`, was the test of a connection. OneLogin's Enable and Entra's Test
 * Connection look for a userName that cannot exist; Okta and Google ask for a first page. So it is a look-up among people that
 * found nobody and that no write of that name followed, or one without a name, and
 *
 * - the name is no address: with an address a person may be meant whose change waits for approval; or
 * - it was the first request with its token.
 *
 * @see https://developers.onelogin.com/scim/implement-scim-api
 * @see https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups
 */
export const CONNECTION_TEST = `(
  e."outcome" = 'lookup' AND e."operation" = 'user.list'
  AND (e."subject" NOT LIKE '%@%' OR e."at" <= k."firstUsedAt" + interval '2 seconds')
  AND (e."subject" IS NULL OR (e."path" ILIKE '%filter=userName%' AND e."response" ->> 'totalResults' = '0' AND NOT EXISTS (
    SELECT 1 FROM (SELECT "tenantId", "id", "outcome" FROM "ProvisioningEvent"
                   WHERE "subjectKeys" && e."subjectKeys" OFFSET 0) later
    WHERE later."tenantId" = e."tenantId" AND later."id" > e."id"
      AND later."outcome" IN ('applied', 'no_change', 'rejected')))))`;
