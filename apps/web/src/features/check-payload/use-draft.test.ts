import { expect, test } from "vitest";
import { exampleOf } from "./example.ts";
import { METHODS, RESOURCES } from "./schema.ts";
import { requestOf, troubleIn } from "./use-draft.ts";

const DRAFT = { resource: "User", method: "PUT", id: " 7 ", payload: "{}" } as const;

test("a change needs to say whose, a new person does not, and carries no id that was typed before", () => {
  expect(troubleIn({ ...DRAFT, id: " " })).toEqual({ field: "id", kind: "missing" });
  expect(troubleIn({ ...DRAFT, method: "POST", id: "" })).toBeNull();
  expect(requestOf(DRAFT)).toEqual({ resource: "User", method: "PUT", id: "7", payload: "{}" });
  expect(requestOf({ ...DRAFT, method: "POST" })).toEqual({
    resource: "User",
    method: "POST",
    payload: "{}",
  });
});

test("every example can be sent as it is", () => {
  for (const resource of RESOURCES) {
    for (const method of METHODS) {
      expect(troubleIn({ resource, method, id: "7", payload: exampleOf(resource, method) })).toBeNull();
    }
  }
});
