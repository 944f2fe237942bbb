import type { Database } from "@rollcall/db";
import { hasAddressSql } from "../policies/address-sql.ts";

/** How single sign-on finds a person, from the last attempt that was theirs. */
export type SignInMatch =
  /** The last single sign-on found them: `nameId` equalled their `matchedBy`. */
  | {
      readonly kind: "matched";
      readonly id: string;
      readonly at: Date;
      readonly nameId: string;
      readonly matchedBy: string;
    }
  /** They were found, or bear the NameID, and were not let in. */
  | {
      readonly kind: "refused";
      readonly id: string;
      readonly at: Date;
      readonly nameId: string | null;
      readonly reason: string | null;
    }
  /** Somebody was refused who seems to be this person, under a NameID that is none of their names. */
  | {
      readonly kind: "mismatch";
      readonly id: string;
      readonly at: Date;
      readonly nameId: string;
      /** The attribute beside the NameID that holds one of their names; null when only the NameID's local part is theirs. */
      readonly attribute: string | null;
      readonly reason: string | null;
    }
  | { readonly kind: "never" };

interface Attempt {
  id: string;
  at: Date;
  nameId: string | null;
  matchedBy: string | null;
  reason: string | null;
}

// Of a test and of a password nothing is learnt about the match.
const SSO = `s."tenantId" = $1 AND s."method" <> 'password' AND NOT s."test"`;

const OWN = `
  SELECT s."id", s."at", s."nameId", s."matchedBy", s."reason" FROM "SignIn" s
  WHERE ${SSO} AND s."userId" = $2 ORDER BY s."id" DESC LIMIT 1`;

interface Nobodys extends Attempt {
  nameId: string;
  /** The NameID is one of their names: it was ambiguous, or they came later. */
  named: boolean;
  attribute: string | null;
}

// First names are values of attributes too: what counts is an address, or the id that SCIM gave.
const NOBODYS = `
  SELECT s."id", s."at", s."nameId", s."matchedBy", s."reason", k."named", k."attribute"
  FROM (SELECT * FROM "SignIn" s WHERE ${SSO} AND s."userId" IS NULL AND s."nameId" IS NOT NULL
        ORDER BY s."id" DESC LIMIT 5000) s
  JOIN "User" u ON u."tenantId" = s."tenantId" AND u."id" = $2
  CROSS JOIN LATERAL (SELECT
    COALESCE(lower(s."nameId") = u."userNameKey" OR ${hasAddressSql("u", `lower(s."nameId")`)}, false)
      OR COALESCE(s."nameId" = u."externalId", false) AS "named",
    (SELECT a.key FROM jsonb_each(s."attributes") a, jsonb_array_elements_text(a.value) v
      WHERE v = u."externalId"
         OR (v LIKE '%@%' AND (lower(v) = u."userNameKey" OR ${hasAddressSql("u", "lower(v)")}))
      LIMIT 1) AS "attribute",
    split_part(lower(s."nameId"), '@', 1) IN
      (split_part(u."userNameKey", '@', 1), split_part(u."emailKey", '@', 1)) AS "alike") k
  WHERE k."named" OR (s."reason" = 'not_provisioned' AND (k."attribute" IS NOT NULL OR k."alike"))
  ORDER BY (k."named" OR k."attribute" IS NOT NULL) DESC, s."id" DESC LIMIT 1`;

/**
 * The last single sign-on that was this person's, or seems to have been. A NameID that merely looks like theirs counts
 * only where nothing surer is known.
 */
export async function signInMatch(db: Database, tenantId: string, userId: string): Promise<SignInMatch> {
  const values = [tenantId, userId];
  const [owns, nobodys] = await Promise.all([
    db.pool.query<Attempt>(OWN, values),
    db.pool.query<Nobodys>(NOBODYS, values),
  ]);
  const [[own], [other]] = [owns.rows, nobodys.rows];
  if (other !== undefined && (own === undefined || (isSure(other) && other.id > own.id))) {
    const { id, at, nameId, attribute, reason } = other;
    return other.named
      ? { kind: "refused", id, at, nameId, reason }
      : { kind: "mismatch", id, at, nameId, attribute, reason };
  }
  if (own === undefined) return { kind: "never" };
  const { id, at, nameId, matchedBy, reason } = own;
  if (nameId !== null && matchedBy !== null && reason === null)
    return { kind: "matched", id, at, nameId, matchedBy };
  return { kind: "refused", id, at, nameId, reason };
}

function isSure({ named, attribute }: Nobodys): boolean {
  return named || attribute !== null;
}
