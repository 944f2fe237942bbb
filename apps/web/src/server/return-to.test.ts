import { expect, it } from "vitest";
import { HOME, loginPath, safeReturnTo } from "./return-to.ts";

it.each([
  "https://evil.test/",
  "//evil.test/",
  "/\\evil.test",
  "/\\/evil.test",
  "\\/evil.test",
  "/\t/evil.test",
  "/%0d%0aLocation:x//..//\n//evil.test",
  "javascript:alert(1)",
  "http:evil.test",
  "/..//evil.test",
  "/login?returnTo=/login",
  "/api/auth/signout",
  "",
  null,
  undefined,
])("%j leads to the home page or a path here, never off this origin", (value) => {
  const url = new URL(safeReturnTo(value), "https://console.test");
  expect(url.origin).toBe("https://console.test");
  expect(url.pathname).not.toMatch(/^\/(login|api)/);
});

it("a path of the console keeps its query and fragment", () => {
  const path = "/access/users?q=grace%40acme.test&page=2#timeline";
  expect(safeReturnTo(path)).toBe(path);
  expect(loginPath(path)).toBe(`/login?returnTo=${encodeURIComponent(path)}`);
  expect(loginPath(HOME)).toBe("/login");
});
