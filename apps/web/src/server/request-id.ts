import { randomBytes } from "node:crypto";

/** An id that error messages show and the log repeats. */
export function newRequestId(): string {
  return `req_${randomBytes(9).toString("base64url")}`;
}
