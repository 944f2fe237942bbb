import { expect, it } from "vitest";
import { actChanges } from "./changes.ts";

const names = (before: Parameters<typeof actChanges>[0], after: Parameters<typeof actChanges>[1]) =>
  actChanges(before, after).map((change) => change.name);

it("what stayed as it was is no change, and neither is nothing beside nothing", () => {
  expect(names({ enabled: false, enforced: false }, { enabled: true, enforced: false })).toEqual(["enabled"]);
  expect(names({ active: true }, { active: false, endedSessions: [] })).toEqual(["active"]);
  expect(names({ source: "manual", grantsRole: null }, null)).toEqual(["source"]);
  expect(names(null, { description: "" })).toEqual([]);
});

it("a deletion has what was, a creation what is", () => {
  expect(actChanges({ members: 0 }, null)).toEqual([{ name: "members", before: 0, after: undefined }]);
  expect(actChanges(null, { name: "data" })).toEqual([{ name: "name", before: undefined, after: "data" }]);
});
