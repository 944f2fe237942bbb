/**
 * People of whom the identity provider's change was rejected in the last 7 days, with none accepted since, as
 * `("personId", "eventId", "reason", "at")`. An event names a person by our id or by their own identifiers; it is walked
 * from the few rejections to the people, never the other way. `tenant` is the placeholder of the tenant's id.
 */
export function problemsOf(tenant: string): string {
  const rejected = (join: string, on: string) => `
    SELECT p."id" AS "personId", e."id" AS "eventId", e."reason", e."at"
    FROM "ProvisioningEvent" e ${join} JOIN "User" p ON p."tenantId" = e."tenantId" AND ${on}
    WHERE e."tenantId" = ${tenant} AND e."outcome" = 'rejected' AND e."at" > now() - interval '7 days'
      AND e."at" > coalesce(p."lastProvisionedAt", '-infinity')`;
  const keys = `CROSS JOIN LATERAL unnest(e."subjectKeys") AS k(key)`;
  return [
    rejected("", `p."id" = e."resourceId"`),
    rejected(keys, `p."userNameKey" = k.key AND p."scimState" = 'live'`),
    rejected(keys, `p."emailKey" = k.key`),
  ].join(" UNION ");
}
