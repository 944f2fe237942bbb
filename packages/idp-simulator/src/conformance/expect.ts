import assert from "node:assert/strict";
import type { JsonValue } from "@rollcall/scim";
import { at, listAt, textAt } from "../wire/json.ts";
import { type Reply, refusalLine } from "../wire/reply.ts";
import { ERROR, LIST } from "../wire/urn.ts";

/** The status is one of these; otherwise the message shows the server's own words. */
export function isStatus(reply: Reply, ...allowed: readonly number[]): void {
  assert.ok(allowed.includes(reply.status), `expected ${allowed.join(" or ")}, got ${refusalLine(reply)}`);
}

/** A SCIM error body: the schema, `status` as text and equal to the HTTP status, a detail. RFC 7644 §3.12. */
export function isError(reply: Reply, status: number, scimType?: string): void {
  isStatus(reply, status);
  assert.ok(listAt(reply.json, "schemas").includes(ERROR), "the body has no Error schema");
  assert.equal(at(reply.json, "status"), String(status), "status in the body");
  assert.ok((textAt(reply.json, "detail") ?? "") !== "", "detail is empty");
  if (scimType !== undefined) assert.equal(at(reply.json, "scimType"), scimType, "scimType");
}

/** A ListResponse, of so many results if given. RFC 7644 §3.4.2. */
export function isList(reply: Reply, total?: number): readonly JsonValue[] {
  isStatus(reply, 200);
  assert.ok(listAt(reply.json, "schemas").includes(LIST), "the body has no ListResponse schema");
  if (total !== undefined) assert.equal(at(reply.json, "totalResults"), total, "totalResults");
  return listAt(reply.json, "Resources");
}

/** What stands at a path of the reply's body equals the expected value, deeply. */
export function holds(reply: Reply, expected: unknown, ...path: readonly (string | number)[]): void {
  assert.deepEqual(at(reply.json, ...path), expected, path.join("."));
}

/** Nothing stands at a path: no null, no empty text, no empty list. RFC 7643 §2.5. */
export function lacks(reply: Reply, ...path: readonly (string | number)[]): void {
  assert.equal(at(reply.json, ...path), undefined, `${path.join(".")} should be absent`);
}

/** The id of a representation. */
export function idIn(reply: Reply): string {
  const id = textAt(reply.json, "id");
  assert.ok(id !== undefined && id !== "", "the body has no id");
  return id;
}

/** The ids of a group's members, sorted. */
export function memberIds(reply: Reply): readonly string[] {
  return listAt(reply.json, "members")
    .map((member) => textAt(member, "value") ?? "")
    .sort();
}

/** A 200 with a body, or a 204: what a server may answer to a PATCH or PUT. */
export function isChanged(reply: Reply): void {
  isStatus(reply, 200, 204);
}
