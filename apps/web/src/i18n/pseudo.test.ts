import { expect, test } from "vitest";
import { pseudoLocalize, pseudoSentence } from "./pseudo.ts";

test("placeholders and tags survive, text gets accents and grows by 40 %", () => {
  expect(pseudoSentence("Hi {name}, <b>yes</b>")).toBe("[Hï {name}, <b>ýëš</b> ~~~~~~~ ~]");
});

test("a plural keeps its grammar", () => {
  const message = "{count, plural, one {# person} other {# people}}";
  expect(pseudoSentence(message).startsWith(message)).toBe(true);
});

test("groups of messages keep their keys", () => {
  expect(pseudoLocalize({ a: { b: "x" } })).toEqual({ a: { b: "[x ~]" } });
});
