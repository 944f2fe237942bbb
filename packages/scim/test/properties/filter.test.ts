import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FILTER_LIMITS, type Filter, matches, parseFilter, printFilter, USER } from "../../src/index.ts";
import { leastCpu } from "../cpu.ts";
import { RUNS, userFilter, userResource } from "./arbitraries.ts";

describe("filters", { timeout: 120_000 }, () => {
  it("parsing what was printed gives the same tree", () => {
    fc.assert(
      fc.property(userFilter, (filter) => {
        const text = printFilter(filter);
        fc.pre(text.length < FILTER_LIMITS.bytes / 4);
        expect(parseFilter(text, USER.names)).toEqual({ ok: true, value: filter });
      }),
      { numRuns: RUNS },
    );
  });

  it("a filter or its negation holds, never both", () => {
    fc.assert(
      fc.property(userFilter, userResource, (filter, user) => {
        expect(matches({ kind: "not", term: filter }, user)).toBe(!matches(filter, user));
      }),
      { numRuns: RUNS },
    );
  });

  it("`and` and `or` are each other's negation (De Morgan)", () => {
    fc.assert(
      fc.property(userFilter, userFilter, userResource, (a, b, user) => {
        const not = (term: Filter): Filter => ({ kind: "not", term });
        const both = matches({ kind: "and", terms: [a, b] }, user);
        expect(both).toBe(!matches({ kind: "or", terms: [not(a), not(b)] }, user));
      }),
      { numRuns: RUNS },
    );
  });

  it("any text is a tree or a refusal, soon", async () => {
    const junk = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            "(",
            ")",
            "[",
            "]",
            '"',
            "\\",
            "not ",
            " and ",
            " or ",
            "userName",
            " eq ",
            '"a"',
            "emails",
            ".",
            ":",
            "\0",
            "pr",
          ),
          { maxLength: 200 },
        )
        .map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(junk, async (text) => {
        expect(await leastCpu(3, 50, () => parseFilter(text, USER.names))).toBeLessThan(50);
        const result = parseFilter(text, USER.names);
        if (!result.ok) expect([400, 403]).toContain(result.error.status);
      }),
      { numRuns: RUNS * 3 },
    );
  });
});
