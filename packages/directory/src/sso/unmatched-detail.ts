import type { ClientBase } from "pg";
import { findClaim } from "./claims.ts";
import type { SsoIdentity } from "./identity.ts";
import { matchPerson } from "./match-person.ts";

/** For admins: that nobody bears the NameID and, where the address beside it is somebody's, whose. */
export async function unmatchedDetail(
  client: Pick<ClientBase, "query">,
  tenantId: string,
  { nameId, attributes }: Pick<SsoIdentity, "nameId" | "attributes">,
): Promise<string> {
  const nobody = `Nobody here has ${nameId} as userName, email or externalId.`;
  const email = findClaim(attributes, "email");
  if (email === null) return nobody;
  const match = await matchPerson(client, tenantId, email.value);
  if (match.kind !== "one") return nobody;
  return `${nobody} The attribute ${email.name} is ${match.person.name}'s: have the identity provider send it as NameID.`;
}
