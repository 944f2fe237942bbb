import { expect, test } from "vitest";
import { textAt } from "./text-at.ts";

test("finds the text at the end of a path, and nothing where there is none", () => {
  const json = { error: { code: "sign_in.wrong", retry: 3 } };
  expect(textAt(json, "error", "code")).toBe("sign_in.wrong");
  expect(textAt(json, "error", "retry")).toBeUndefined();
  expect(textAt(json, "error", "code", "length")).toBeUndefined();
  expect(textAt(undefined, "error")).toBeUndefined();
});
