import { describe, expect, it } from "vitest";
import { readCredential } from "./credential.ts";

describe("reading an Authorization header", () => {
  it("takes one bearer token, whatever the case of the scheme", () => {
    expect(readCredential("Bearer abc")).toEqual({ kind: "bearer", token: "abc" });
    expect(readCredential(" bearer  abc ")).toEqual({ kind: "bearer", token: "abc" });
  });

  it("tells no header from an empty one", () => {
    expect(readCredential(undefined)).toEqual({ kind: "missing" });
    expect(readCredential("")).toEqual({ kind: "malformed", problem: "empty" });
    expect(readCredential("Bearer ")).toEqual({ kind: "malformed", problem: "empty" });
  });

  it.each([
    ["Bearer Bearer abc", "doubled_bearer", "abc"],
    ['Bearer "abc"', "quoted", "abc"],
    ["Bearer abc def", "blanks", "abcdef"],
    ["non-token", "no_scheme", "non-token"],
  ])("%s is %s, and the token in it is found", (header, problem, token) => {
    expect(readCredential(header)).toEqual({ kind: "malformed", problem, token });
  });

  it("keeps the secret of another scheme to itself", () => {
    expect(readCredential("Basic YTpi")).toEqual({ kind: "malformed", problem: "other_scheme" });
  });
});
