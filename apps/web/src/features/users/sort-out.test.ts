import { expect, test } from "vitest";
import { sortOut } from "./sort-out.ts";

test("only active local people are deactivated together; each of the others counts once, with one reason", () => {
  const person = (id: string, source: "scim" | "local" | "sso", active = true) => ({ id, source, active });
  expect(
    sortOut(
      [
        person("me", "local"),
        person("a", "scim"),
        person("b", "scim", false),
        person("c", "local", false),
        person("d", "sso"),
        person("e", "local"),
      ],
      "me",
    ),
  ).toEqual({ local: [person("d", "sso"), person("e", "local")], managed: 2, inactive: 1, self: 1 });
});
