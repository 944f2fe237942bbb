import { CORE_GROUP, CORE_USER, ENTERPRISE_USER } from "../schema/urns.ts";
import type { Dialect } from "./dialect.ts";

export const legacyUrns: Dialect = {
  name: "legacy-urns",
  clients: ["OneLogin"],
  what: "Schema URNs from before the RFC (`urn:scim:schemas:core:1.0`) are read as those of RFC 7643.",
  source: "https://github.com/goauthentik/authentik/issues/11249",
};

/** The schemas that were once called otherwise: lower-cased legacy URN by the URN of RFC 7643 §10. */
export const LEGACY_URNS: Readonly<Record<string, readonly string[]>> = {
  [CORE_USER]: [
    "urn:scim:schemas:core:1.0",
    "urn:scim:schemas:core:2.0",
    "urn:scim:schemas:core:1.0:user",
    "urn:scim:schemas:core:2.0:user",
  ],
  [CORE_GROUP]: [
    "urn:scim:schemas:core:1.0",
    "urn:scim:schemas:core:2.0",
    "urn:scim:schemas:core:1.0:group",
    "urn:scim:schemas:core:2.0:group",
  ],
  [ENTERPRISE_USER]: [
    "urn:scim:schemas:extension:enterprise:1.0",
    "urn:scim:schemas:extension:enterprise:2.0",
    "urn:scim:schemas:extension:enterprise:1.0:user",
    "urn:scim:schemas:extension:enterprise:2.0:user",
  ],
};
