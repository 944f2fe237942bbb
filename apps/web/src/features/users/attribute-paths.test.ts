import { expect, test } from "vitest";
import { attributePaths } from "./attribute-paths.ts";

test("complex attributes and extensions are told by the paths of their parts, lists as they are", () => {
  const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  expect(
    attributePaths({
      title: "Lead",
      name: { middleName: "King" },
      emails: [{ value: "ada@acme.test" }],
      [enterprise]: { department: "R&D" },
    }),
  ).toEqual([
    ["title", "Lead"],
    ["name.middleName", "King"],
    ["emails", [{ value: "ada@acme.test" }]],
    [`${enterprise}:department`, "R&D"],
  ]);
});
