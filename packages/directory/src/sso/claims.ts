/** What an account needs, and under which names identity providers send it. */
const CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";

export const CLAIM_NAMES = {
  email: [
    "email",
    "mail",
    "User.email",
    "emailaddress",
    `${CLAIMS}/emailaddress`,
    "urn:oid:0.9.2342.19200300.100.1.3",
  ],
  givenName: [
    "given_name",
    "givenName",
    "firstName",
    "User.FirstName",
    `${CLAIMS}/givenname`,
    "urn:oid:2.5.4.42",
  ],
  familyName: [
    "family_name",
    "familyName",
    "lastName",
    "sn",
    "User.LastName",
    `${CLAIMS}/surname`,
    "urn:oid:2.5.4.4",
  ],
  displayName: ["name", "displayName", `${CLAIMS}/name`],
} as const;

export type Claim = keyof typeof CLAIM_NAMES;

export interface FoundClaim {
  /** The name it came under. */
  readonly name: string;
  readonly value: string;
}

/** The first attribute that carries the claim with a value; null when none does. */
export function findClaim(
  attributes: Readonly<Record<string, readonly string[]>>,
  claim: Claim,
): FoundClaim | null {
  for (const name of CLAIM_NAMES[claim]) {
    const value = attributes[name]?.[0]?.trim();
    if (value) return { name, value };
  }
  return null;
}
