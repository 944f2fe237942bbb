import type { Method, Resource } from "./schema.ts";

const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

const PERSON = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName: "grace@example.com",
  externalId: "10042",
  name: { givenName: "Grace", familyName: "Hopper" },
  emails: [{ value: "grace@example.com", type: "work", primary: true }],
  active: true,
};

const TEAM = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
  displayName: "data-platform",
  members: [],
};

const CHANGES = {
  User: { schemas: [PATCH_OP], Operations: [{ op: "replace", path: "active", value: false }] },
  Group: {
    schemas: [PATCH_OP],
    Operations: [{ op: "replace", path: "displayName", value: "data-platform" }],
  },
};

/** A body to fill in, as an identity provider sends it. */
export function exampleOf(resource: Resource, method: Method): string {
  const whole = resource === "User" ? PERSON : TEAM;
  return JSON.stringify(method === "PATCH" ? CHANGES[resource] : whole, null, 2);
}
