import { bench, describe } from "vitest";
import { createScimHandler, type GroupRecord, type ScimRequest, type UserRecord } from "../src/index.ts";
import { CORE_USER, PATCH_OP } from "../src/schema/urns.ts";
import { MemoryDirectory, TOKEN } from "./memory-directory.ts";

const at = new Date("2026-01-01T00:00:00Z");
const resource = {
  userName: "ann@x.io",
  externalId: "00u1",
  active: true,
  displayName: "Ann Ax",
  name: { givenName: "Ann", familyName: "Ax" },
  emails: [{ value: "ann@x.io", type: "work", primary: true }],
};
const user: UserRecord = { id: "u1", resource, groups: [], created: at, lastModified: at, version: 1 };
const group: GroupRecord = { id: "g1", displayName: "Team", created: at, lastModified: at, version: 1 };

/** A directory that costs nothing, so that what is measured is the protocol. */
class FreeDirectory extends MemoryDirectory {
  override getUser = async () => ({ ok: true, value: user }) as const;
  override createUser = async () => ({ ok: true, value: user }) as const;
  override listUsers = async () => ({ ok: true, value: { totalResults: 1, resources: [user] } }) as const;
  override modifyGroup = async () => ({ ok: true, value: group }) as const;
  override modifyUser = async (...[, , change]: Parameters<MemoryDirectory["modifyUser"]>) => {
    change.apply(resource, false);
    return { ok: true, value: user } as const;
  };
}

const handle = createScimHandler({ directory: new FreeDirectory(), newId: () => "r", now: () => at });
const headers = new Map([
  ["authorization", `Bearer ${TOKEN}`],
  ["content-type", "application/scim+json"],
  ["accept", "application/scim+json"],
]);

function request(method: string, path: string, body?: object): ScimRequest {
  return {
    method,
    path,
    tenant: "acme",
    baseUrl: "https://rollcall.test/api/scim/acme/v2",
    header: (name) => headers.get(name),
    ...(body && { body: JSON.stringify(body) }),
  };
}

const patch = (operation: object) => ({ schemas: [PATCH_OP], Operations: [operation] });

describe("what the protocol costs, JSON included", () => {
  const requests: readonly (readonly [string, ScimRequest])[] = [
    ["GET a user", request("GET", "/Users/u1")],
    ["filter by userName", request("GET", "/Users?filter=userName+eq+%22ann@x.io%22&")],
    [
      "POST a user",
      request("POST", "/Users", { schemas: [CORE_USER], ...resource, groups: [], password: "x" }),
    ],
    ["PATCH active", request("PATCH", "/Users/u1", patch({ op: "replace", value: { active: false } }))],
    [
      "PATCH a member",
      request("PATCH", "/Groups/g1", patch({ op: "add", path: "members", value: [{ value: "u1" }] })),
    ],
  ];
  for (const [name, one] of requests) {
    bench(name, async () => {
      await handle(one);
    });
  }
});
