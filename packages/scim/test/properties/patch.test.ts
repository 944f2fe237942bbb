import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Deviations, type JsonObject, type JsonValue } from "../../src/index.ts";
import { applyUserSteps } from "../../src/patch/apply.ts";
import { readPatchOp } from "../../src/patch/operations.ts";
import { compileUserSteps } from "../../src/patch/user-steps.ts";
import { PATCH_OP } from "../../src/schema/urns.ts";
import { RUNS, userResource } from "./arbitraries.ts";

const word = fc.constantFrom("a", "b", "c");
const type = fc.constantFrom("work", "home");
const op = fc.constantFrom("add", "replace", "Add", "Replace");

/** What an operation means, told in the plainest way: a change of a flat list of facts. */
interface Meaning {
  readonly operation: JsonValue;
  readonly apply: (facts: Map<string, JsonValue>) => void;
}

const setTitle = fc.record({ op, value: word }).map(
  ({ op, value }): Meaning => ({
    operation: { op, path: "title", value },
    apply: (facts) => facts.set("title", value),
  }),
);

const setNames = fc.record({ op, givenName: word }).map(
  ({ op, givenName }): Meaning => ({
    operation: { op, value: { name: { givenName } } },
    apply: (facts) => facts.set("name.givenName", givenName),
  }),
);

const removeTitle = fc.constant<Meaning>({
  operation: { op: "remove", path: "title" },
  apply: (facts) => facts.delete("title"),
});

const removeNames = fc.constant<Meaning>({
  operation: { op: "remove", path: "name" },
  apply: (facts) => {
    facts.delete("name.givenName");
    facts.delete("name.familyName");
  },
});

const addEmail = fc.record({ value: word, type }).map(
  (email): Meaning => ({
    operation: { op: "add", path: "emails", value: [email] },
    apply: (facts) => facts.set(`email ${email.type} ${email.value}`, true),
  }),
);

const removeEmails = type.map(
  (kind): Meaning => ({
    operation: { op: "remove", path: `emails[type eq "${kind}"]` },
    apply: (facts) => {
      for (const fact of facts.keys()) if (fact.startsWith(`email ${kind} `)) facts.delete(fact);
    },
  }),
);

const replaceEmails = fc.record({ value: word, type }).map(
  (email): Meaning => ({
    operation: { op: "replace", path: "emails", value: [email] },
    apply: (facts) => {
      for (const fact of facts.keys()) if (fact.startsWith("email ")) facts.delete(fact);
      facts.set(`email ${email.type} ${email.value}`, true);
    },
  }),
);

const meanings = fc.array(
  fc.oneof(setTitle, setNames, removeTitle, removeNames, addEmail, removeEmails, replaceEmails),
  { maxLength: 6 },
);

function factsOf(user: JsonObject): Map<string, JsonValue> {
  const facts = new Map<string, JsonValue>();
  for (const [key, value] of Object.entries(user)) {
    if (key === "emails" && Array.isArray(value)) {
      for (const email of value) facts.set(`email ${email.type} ${email.value}`, true);
    } else if (key === "name" && typeof value === "object") {
      for (const [part, inner] of Object.entries(value ?? {})) facts.set(`name.${part}`, inner);
    } else facts.set(key, value);
  }
  return facts;
}

function patch(user: JsonObject, operations: JsonValue): JsonObject {
  const deviations = new Deviations();
  const body = { schemas: [PATCH_OP], Operations: operations };
  const { steps } = compileUserSteps(readPatchOp(body, deviations), deviations);
  const result = applyUserSteps(user, steps, false, deviations);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

const sorted = (facts: Map<string, JsonValue>) => [...facts].sort(([a], [b]) => (a < b ? -1 : 1));

describe("PATCH", { timeout: 120_000 }, () => {
  it("agrees with a plain model of what each operation means", () => {
    fc.assert(
      fc.property(userResource, meanings, (user, list) => {
        const before = JSON.stringify(user);
        const after = patch(
          user,
          list.map(({ operation }) => operation),
        );
        const facts = factsOf(user);
        for (const { apply } of list) apply(facts);
        expect(sorted(factsOf(after))).toEqual(sorted(facts));
        expect(JSON.stringify(user)).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });

  it("done a second time with additions only changes nothing", () => {
    fc.assert(
      fc.property(userResource, fc.array(fc.oneof(setTitle, addEmail)), (user, list) => {
        const additions = list.map(({ operation }) => operation);
        const once = patch(user, additions);
        const last = additions.slice(-1);
        expect(patch(once, last)).toBe(once);
      }),
      { numRuns: RUNS },
    );
  });

  it("has one primary value at most, whatever comes", () => {
    const flips = fc.array(
      fc
        .record({ value: word, type, primary: fc.boolean() })
        .map((email) => ({ op: "add", path: "emails", value: [email] })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(userResource, flips, (user, operations) => {
        const { emails } = patch(user, operations);
        const primary = Array.isArray(emails) ? emails.filter(({ primary }) => primary === true) : [];
        expect(primary.length).toBeLessThan(2);
      }),
      { numRuns: RUNS },
    );
  });
});
