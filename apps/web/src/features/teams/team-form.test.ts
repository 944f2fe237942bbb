import { expect, test } from "vitest";
import { changedElsewhere, edited, teamForm, toFields } from "./team-form.ts";

const seen = teamForm({
  synced: false,
  name: "data-science",
  displayName: "Data Science",
  description: null,
  grantsRole: null,
});

test("only what was edited is sent: a new description does not rename a team that was taken over", () => {
  expect(toFields(edited({ ...seen, description: " Numbers " }, seen))).toEqual({ description: "Numbers" });
  expect(toFields(edited({ ...seen, grants: "admin" }, seen))).toEqual({ grantsRole: "admin" });
  expect(toFields(seen)).toEqual({ name: "Data Science", description: null, grantsRole: null });
});

test("what somebody else changed is told by field", () => {
  expect(changedElsewhere(seen, { ...seen, name: "data" })).toEqual(["name"]);
  expect(changedElsewhere(seen, seen)).toEqual([]);
});
