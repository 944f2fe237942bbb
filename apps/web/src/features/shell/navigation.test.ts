import { expect, test } from "vitest";
import { navigationFor, stepsTo } from "./navigation.ts";

test("the way to a page names its section, group and parent page", () => {
  const keys = (path: string) => stepsTo(path).map((step) => step.key);
  expect(keys("/settings/security/provisioning/activity")).toEqual([
    "settings",
    "security",
    "provisioning",
    "activity",
  ]);
  expect(keys("/access/users/0199")).toEqual(["access", "users"]);
  expect(keys("/account/sessions")).toEqual(["account", "sessions"]);
  expect(keys("/elsewhere")).toEqual([]);
});

test("a path that only begins like a page is not under it", () => {
  expect(stepsTo("/access/usersx")).toEqual([]);
});

test("who may see one page of a group gets the group with that page alone", () => {
  expect(navigationFor(new Set(["sso.manage"]))).toEqual([
    {
      key: "settings",
      items: [{ key: "security", group: [expect.objectContaining({ key: "sso" })] }],
    },
  ]);
});

test("who may open no section finds the own account", () => {
  expect(navigationFor(new Set(["account.own"])).map((section) => section.key)).toEqual(["account"]);
});
