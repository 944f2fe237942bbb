import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyToken, fingerprint, hashToken, last4, newScimToken, TOKEN_PREFIX } from "./scim-token.ts";

describe("a SCIM token", () => {
  it("is the prefix, 43 digits of secret and 6 of checksum, in characters that survive every paste", () => {
    expect(newScimToken()).toMatch(/^rollcall_scim_[0-9A-Za-z]{49}$/);
  });

  it("is new every time and recognised as ours", () => {
    const tokens = Array.from({ length: 200 }, newScimToken);
    expect(new Set(tokens).size).toBe(200);
    expect(tokens.every((token) => classifyToken(token) === "well_formed")).toBe(true);
  });

  it("cut off at its end is told from one that was never ours", () => {
    const token = newScimToken();
    fc.assert(
      fc.property(fc.integer({ min: 8, max: token.length - 1 }), (length) => {
        expect(classifyToken(token.slice(0, length))).toBe("truncated");
      }),
    );
  });

  it("that lost its first characters is told from one that was never ours", () => {
    const token = newScimToken();
    for (let lost = 1; lost <= TOKEN_PREFIX.length; lost++) {
      expect(classifyToken(token.slice(lost))).toBe("truncated");
    }
  });

  it("with one changed character is not taken for an unknown token", () => {
    const token = newScimToken();
    const changed = token.slice(0, 20) + (token[20] === "x" ? "y" : "x") + token.slice(21);
    expect(classifyToken(changed)).toBe("truncated");
  });

  it.each(["", "non-token", "ghp_0123456789abcdefghijABCDEFGHIJ012345", "eyJhbGciOiJIUzI1NiJ9.e30.x", "_"])(
    "is not what %j is",
    (foreign) => expect(classifyToken(foreign)).toBe("foreign"),
  );

  it("is kept as a hash of 32 bytes, its last four characters and nothing else", () => {
    const token = newScimToken();
    expect(hashToken(token)).toHaveLength(32);
    expect(last4(token)).toBe(token.slice(-4));
    expect(token).not.toContain(fingerprint(token));
  });
});
