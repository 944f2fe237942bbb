import { expect, test } from "vitest";
import { withQuery } from "./api.ts";

test("lists become repeated parameters and empty values are left out", () => {
  expect(withQuery("/u", { q: "a b", status: ["active", "off"], page: 2, team: "", since: undefined })).toBe(
    "/u?q=a+b&status=active&status=off&page=2",
  );
  expect(withQuery("/u", {})).toBe("/u");
});
