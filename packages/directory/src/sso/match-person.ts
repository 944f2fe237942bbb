import type { ClientBase } from "pg";
import { addressKey } from "../accounts/address-key.ts";
import { PERSON_NAME } from "../people/person-sql.ts";
import { hasAddressSql } from "../policies/address-sql.ts";

export interface MatchedPerson {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly deactivatedAt: Date | null;
  /** `scim:active`, `scim:delete`, or the name of an admin. */
  readonly deactivatedBy: string | null;
  readonly matchedBy: "userName" | "email" | "externalId";
}

export type Match =
  | { readonly kind: "one"; readonly person: MatchedPerson }
  | { readonly kind: "none" }
  /** Two active people bear the name. */
  | { readonly kind: "several"; readonly names: readonly string[] };

// Someone whom the identity provider deleted keeps a row; another row of the same userName is the one that counts.
const FIND = `
  SELECT u.id, ${PERSON_NAME} AS name, u.active, u."deactivatedAt", u."deactivatedBy",
         CASE WHEN u."userNameKey" = $2 THEN 'userName' WHEN ${hasAddressSql("u", "$2")} THEN 'email'
              ELSE 'externalId' END AS "matchedBy",
         u."scimState" = 'deleted' AS deleted
    FROM "User" u
   WHERE u."tenantId" = $1
     AND (u."userNameKey" = $2 OR ${hasAddressSql("u", "$2")} OR u."externalId" = $3)
   LIMIT 20`;

const STEPS = ["userName", "email", "externalId"] as const;

/**
 * Finds the person whom a NameID means: by userName, then by e-mail, then by externalId. Within a step an active person
 * goes before a deactivated one; two active ones are a refusal, not a guess.
 */
export async function matchPerson(
  client: Pick<ClientBase, "query">,
  tenantId: string,
  nameId: string,
): Promise<Match> {
  const { rows } = await client.query<MatchedPerson & { deleted: boolean }>(FIND, [
    tenantId,
    addressKey(nameId),
    nameId,
  ]);
  const present = rows.some((row) => !row.deleted) ? rows.filter((row) => !row.deleted) : rows;
  for (const step of STEPS) {
    const people = present.filter((row) => row.matchedBy === step);
    const active = people.filter((row) => row.active);
    if (active.length > 1) return { kind: "several", names: active.map((row) => row.name) };
    const [person] = active.length === 1 ? active : people;
    if (person !== undefined) {
      const { deleted: _, ...found } = person;
      return { kind: "one", person: found };
    }
  }
  return { kind: "none" };
}
