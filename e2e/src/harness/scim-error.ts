import { expect } from "@playwright/test";
import { at, type Reply, refusalLine, textAt } from "@rollcall/idp-simulator";

const ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

/** A SCIM error of this status, with a detail and without anything of our own inside. RFC 7644 §3.12. */
export function isScimError(reply: Reply, status: number, scimType?: string): void {
  expect(reply.status, refusalLine(reply)).toBe(status);
  expect(at(reply.json, "schemas")).toEqual([ERROR]);
  expect(at(reply.json, "status")).toBe(String(status));
  expect(textAt(reply.json, "detail")?.length ?? 0).toBeGreaterThan(10);
  if (scimType !== undefined) expect(at(reply.json, "scimType")).toBe(scimType);
  expect(reply.text).not.toMatch(/\bat \/|node_modules|prisma|postgres|select |insert /i);
}
