import type { JsonObject, Result } from "@rollcall/scim";
import { addressesOf, withAddress } from "../policies/email.ts";
import { type UserColumns, userColumnsOf } from "./user-row.ts";

/** A resource as it will be kept. */
export interface PreparedUser {
  readonly resource: JsonObject;
  readonly columns: UserColumns;
}

/** Checks what every user must have here, an address, and takes the resource apart into columns. */
export function prepareUser(resource: JsonObject): Result<PreparedUser> {
  if (!isStorable(resource)) return UNSTORABLE;
  const complete = withAddress(resource);
  const addresses = addressesOf(complete);
  if (!addresses.ok) return addresses;
  return { ok: true, value: { resource: complete, columns: userColumnsOf(complete, addresses.value) } };
}

/** PostgreSQL keeps neither NUL nor half of a surrogate pair; JSON text always escapes both. */
function isStorable(resource: JsonObject): boolean {
  const text = JSON.stringify(resource);
  return !text.includes("\\u") || !/\\u(?:0000|d[89a-f])/.test(text.replaceAll("\\\\", ""));
}

const UNSTORABLE: Result<never> = {
  ok: false,
  error: {
    code: "payload.invalid",
    status: 400,
    scimType: "invalidValue",
    detail: "A value holds a NUL character or half of a surrogate pair. Remove it.",
  },
};
