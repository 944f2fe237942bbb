import { expect, test } from "vitest";
import { draftValues, rebased, typedInto } from "./draft.ts";

const before = { values: { issuer: "https://one.test", clientId: "a" }, version: "1" };
const after = { values: { issuer: "https://two.test", clientId: "a" }, version: "2" };

test("a form in which nothing was typed shows what somebody else saves", () => {
  expect(draftValues(null, before)).toEqual(before.values);
  expect(draftValues(null, after)).toEqual(after.values);
});

test("what was typed stays, over what stood there when the typing began, and so does the version it began with", () => {
  const draft = typedInto(null, before, { clientId: "b" });
  expect(draft?.began.version).toBe("1");
  expect(draftValues(draft, after)).toEqual({ issuer: "https://one.test", clientId: "b" });
  expect(typedInto(draft, after, { issuer: "x" })?.began.version).toBe("1");
});

test("typed back, it is no draft any more", () => {
  expect(typedInto(typedInto(null, before, { clientId: "b" }), before, { clientId: "a" })).toBeNull();
});

test("to keep mine is mine where I typed, and theirs elsewhere", () => {
  const draft = typedInto(null, before, { clientId: "b" });
  if (draft === null) throw new Error("Nothing was typed.");
  const kept = rebased(draft, after);
  expect(kept?.began.version).toBe("2");
  expect(draftValues(kept, after)).toEqual({ issuer: "https://two.test", clientId: "b" });
});
