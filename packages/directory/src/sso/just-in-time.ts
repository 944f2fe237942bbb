import { uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import { addressKey } from "../accounts/address-key.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { type Claim, findClaim } from "./claims.ts";
import type { SsoIdentity } from "./identity.ts";
import { SsoRefused } from "./sso-fault.ts";

/**
 * Creates the person whom the identity provider has just named: a member, with the names and the address it gave.
 *
 * @throws SsoRefused `email_missing` when neither the NameID nor an attribute is an email address.
 */
export async function createJustInTime(
  client: ClientBase,
  tenantId: string,
  identity: SsoIdentity,
): Promise<{ id: string; name: string }> {
  const claim = (name: Claim) => findClaim(identity.attributes, name)?.value ?? null;
  const email = isAddress(identity.nameId) ? identity.nameId : claim("email");
  if (email === null || !isAddress(email)) {
    throw new SsoRefused("email_missing", "Neither the NameID nor an attribute is an email address.");
  }
  const id = uuidv7();
  const [given, family] = [claim("givenName"), claim("familyName")];
  const name = claim("displayName") ?? ([given, family].filter(Boolean).join(" ") || email);
  const key = addressKey(email);
  await client.query(
    `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", "displayName", "givenName", "familyName",
                         email, "emailKey", "emailKeys", source)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ARRAY[$9], 'sso')`,
    [tenantId, id, identity.nameId, addressKey(identity.nameId), name, given, family, email, key],
  );
  await recordAudit(client, {
    tenantId,
    actor: { id: null, name: "Just-in-time" },
    action: "user.created",
    target: { type: "user", id, name },
    after: { userName: identity.nameId, email, source: "sso", role: "member" },
  });
  return { id, name };
}

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}
