import { describe, expect, it } from "vitest";
import { newScimToken } from "../tokens/scim-token.ts";
import { isWhole, REDACTED, redact, redactPath } from "./redact.ts";

describe("a body that is kept", () => {
  it.each([
    [{ password: "hunter2" }, { password: REDACTED }],
    [
      { "urn:ietf:params:scim:schemas:core:2.0:User:password": "x" },
      { "urn:ietf:params:scim:schemas:core:2.0:User:password": REDACTED },
    ],
    [
      { Operations: [{ op: "replace", path: "password", Value: "x" }] },
      { Operations: [{ op: "replace", path: "password", Value: REDACTED }] },
    ],
    [
      { nested: [{ apiKey: "x", access_token: "y", client_secret: "z" }] },
      { nested: [{ apiKey: REDACTED, access_token: REDACTED, client_secret: REDACTED }] },
    ],
    [
      { filter: 'password eq "hunter2"', count: 1 },
      { filter: REDACTED, count: 1 },
    ],
    [{ filter: 'userName eq "a"' }, { filter: 'userName eq "a"' }],
    [
      { title: "Secretary", tokenised: true },
      { title: "Secretary", tokenised: true },
    ],
  ])("has no secret in it: %j", (body, kept) => expect(redact(body)).toEqual(kept));

  it("has no token of ours in it, wherever it stood", () => {
    const token = newScimToken();
    expect(JSON.stringify(redact({ title: `see ${token}!`, list: [token] }))).not.toContain(token);
  });

  it("is cut to a size that a log can bear, and says what was left out", () => {
    const body = {
      Operations: [{ value: Array.from({ length: 50_000 }, (_, n) => ({ value: `id-${n}` })) }],
      note: "x".repeat(100_000),
    };
    const text = JSON.stringify(redact(body));
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain("[49900 more left out]");
    expect(text).toContain("[100000 characters]");
  });

  it("of a thousand levels is cut, not followed", () => {
    const deep = JSON.parse(`${"[".repeat(1_000)}${"]".repeat(1_000)}`);
    expect(JSON.stringify(redact(deep)).length).toBeLessThan(200);
  });
});

describe("a path that is kept", () => {
  it("has no token and no password in its query", () => {
    expect(redactPath("/Users?access_token=abc&count=1")).toBe(`/Users?access_token=${REDACTED}&count=1`);
    expect(redactPath("/Users?filter=password+eq+%22x%22")).toBe(`/Users?${REDACTED}`);
    expect(redactPath("/Users?filter=userName+eq+%22x%22")).toBe("/Users?filter=userName+eq+%22x%22");
  });
});

it.each([
  [{ userName: "ada", password: "x", Operations: [{ op: "add", value: [1, null] }] }, true],
  [{ title: "[left out]?" }, true],
  [{ title: "x".repeat(2_001) }, false],
  [{ members: Array.from({ length: 101 }, () => "m") }, false],
  [Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`a${n}`, n])), false],
  [JSON.parse(`${"[".repeat(14)}${"]".repeat(14)}`), false],
])("what was kept tells whether anything but secrets was left out: %.60j", (body, whole) =>
  expect(isWhole(redact(body))).toBe(whole),
);
