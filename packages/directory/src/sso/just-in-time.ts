import { uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import { addressKey } from "../accounts/address-key.ts";
import { recordAudit } from "../audit/record-audit.ts";
import type { SsoIdentity } from "./identity.ts";
import { SsoRefused } from "./sso-fault.ts";

const CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
const EMAIL = [
  "email",
  "mail",
  "User.email",
  "emailaddress",
  `${CLAIMS}/emailaddress`,
  "urn:oid:0.9.2342.19200300.100.1.3",
];
const GIVEN = [
  "given_name",
  "givenName",
  "firstName",
  "User.FirstName",
  `${CLAIMS}/givenname`,
  "urn:oid:2.5.4.42",
];
const FAMILY = [
  "family_name",
  "familyName",
  "lastName",
  "sn",
  "User.LastName",
  `${CLAIMS}/surname`,
  "urn:oid:2.5.4.4",
];
const NAME = ["name", "displayName", `${CLAIMS}/name`];

/**
 * Creates the person whom the identity provider has just named: a member, with the names and the address it gave.
 *
 * @throws SsoRefused `email_missing` when neither the NameID nor an attribute is an e-mail address.
 */
export async function createJustInTime(
  client: ClientBase,
  tenantId: string,
  identity: SsoIdentity,
): Promise<{ id: string; name: string }> {
  const first = (names: readonly string[]) =>
    names.map((name) => identity.attributes[name]?.[0]?.trim()).find(Boolean);
  const email = isAddress(identity.nameId) ? identity.nameId : first(EMAIL);
  if (email === undefined || !isAddress(email)) {
    throw new SsoRefused("email_missing", "Neither the NameID nor an attribute is an e-mail address.");
  }
  const id = uuidv7();
  const [given, family] = [first(GIVEN) ?? null, first(FAMILY) ?? null];
  const name = first(NAME) ?? ([given, family].filter(Boolean).join(" ") || email);
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
