import type { ConnectionView, Credential } from "@rollcall/scim";
import { hashToken } from "../tokens/scim-token.ts";

/** The caller's tenant, token and settings, as one row of every statement. Absent when no tenant has the slug. */
export interface CallerRow {
  readonly tenantId: string;
  readonly tokenId: string | null;
  /** Whether the token is this tenant's, still live, and SCIM on. */
  readonly standing: "ok" | "unknown" | "retired" | "paused";
  readonly strict: boolean;
  readonly strictNames: boolean;
  readonly honourGroups: boolean;
  readonly linkMembers: boolean;
  readonly mediaType: string;
}

/** A caller who was let in. */
export interface Caller extends CallerRow {
  readonly tokenId: string;
  readonly standing: "ok";
}

/**
 * The WITH item that checks the caller: `$1` is the tenant's slug, `$2` the token's hash. It stands in every statement
 * that reads or writes for a caller, so that there is no moment between the check and the work.
 */
export const CALLER = `caller AS MATERIALIZED (
  SELECT t.id AS "tenantId", k.id AS "tokenId",
         CASE WHEN k.id IS NULL THEN 'unknown'
              WHEN k."retiredAt" IS NOT NULL AND (k."validUntil" IS NULL OR k."validUntil" <= now()) THEN 'retired'
              WHEN NOT c.enabled OR c.mode <> 'scim' THEN 'paused'
              ELSE 'ok' END AS standing,
         c.strict, c."strictNames", c."honourGroups", c."linkMembers", c."mediaType"
    FROM "Tenant" t
    JOIN "Connection" c ON c."tenantId" = t.id
    LEFT JOIN "ScimToken" k ON k."tenantId" = t.id AND k.hash = $2
   WHERE t.slug = $1)`;

/** The tenant's id as a scalar that the planner treats like a constant; null, matching nothing, for who is not let in. */
export const TENANT = `(SELECT "tenantId" FROM caller WHERE standing = 'ok')`;

/** The first two parameters of every statement with `CALLER`. */
export function callerValues(tenant: string, credential: Credential): [string, Buffer | null] {
  return [tenant.replaceAll("\0", ""), credential.kind === "bearer" ? hashToken(credential.token) : null];
}

/** What the reply needs to know of the settings. */
export function connectionView(row: CallerRow): ConnectionView {
  const { mediaType, strict } = row;
  const fixed = mediaType === "application/scim+json" || mediaType === "application/json";
  return { mediaType: fixed ? mediaType : "auto", strict };
}
