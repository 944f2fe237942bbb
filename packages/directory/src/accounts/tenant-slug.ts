/** A DNS label (RFC 1035 §2.3.1, RFC 1123 §2.1): it stands in the SCIM URL, where Okta refuses underscores. */
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const MAX = 48;

/** Whether a text can be a tenant's name in addresses: 1 to 63 characters, in lower case. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** A slug from an organisation's name: `Ärzte & Co. KG` → `arzte-co-kg`; `organization` when no letter survives. */
export function slugFrom(organization: string): string {
  const label = organization
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX)
    .replace(/^-+|-+$/g, "");
  return label === "" ? "organization" : label;
}
