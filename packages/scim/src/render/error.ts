import type { ScimError } from "../errors/scim-error.ts";
import type { JsonObject } from "../json.ts";
import { ERROR } from "../schema/urns.ts";

/** The body of a refusal. `status` is text. RFC 7644 §3.12. */
export function errorResource({ status, scimType, detail }: ScimError): JsonObject {
  return { schemas: [ERROR], status: String(status), ...(scimType && { scimType }), detail };
}
