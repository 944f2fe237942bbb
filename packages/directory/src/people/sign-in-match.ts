import type { Database } from "@rollcall/db";

/** How single sign-on finds a person, from the last attempt that was theirs. */
export type SignInMatch =
  /** The last single sign-on found them: `nameId` equalled their `matchedBy`. */
  | {
      readonly kind: "matched";
      readonly at: Date;
      readonly method: string;
      readonly nameId: string;
      readonly matchedBy: string;
    }
  /** Somebody with one of their addresses signed in at the identity provider and was not let in. */
  | {
      readonly kind: "refused";
      readonly at: Date;
      readonly method: string;
      readonly nameId: string | null;
      readonly reason: string | null;
    }
  | { readonly kind: "never" };

interface Attempt {
  at: Date;
  method: string;
  nameId: string | null;
  matchedBy: string | null;
  reason: string | null;
}

/** Sign-ins by password say nothing about the match and are not looked at. */
export async function signInMatch(db: Database, tenantId: string, userId: string): Promise<SignInMatch> {
  const { rows } = await db.pool.query<Attempt>(
    `SELECT s."at", s."method", s."nameId", s."matchedBy", s."reason"
     FROM "SignIn" s JOIN "User" u ON u."tenantId" = s."tenantId"
     WHERE s."tenantId" = $1 AND u."id" = $2 AND s."method" <> 'password' AND NOT s."test"
       AND (s."userId" = u."id" OR lower(s."nameId") IN (u."userNameKey", u."emailKey", lower(u."externalId")))
     ORDER BY s."id" DESC LIMIT 1`,
    [tenantId, userId],
  );
  const last = rows[0];
  if (last === undefined) return { kind: "never" };
  const { at, method, nameId, matchedBy, reason } = last;
  if (nameId !== null && matchedBy !== null && reason === null)
    return { kind: "matched", at, method, nameId, matchedBy };
  return { kind: "refused", at, method, nameId, reason };
}
