import { describe, expect, it } from "vitest";
import { isReadable, replyType } from "./media-type.ts";

describe("the media type of a reply", () => {
  it.each([
    [undefined, undefined, "application/scim+json"],
    ["*/*", undefined, "application/scim+json"],
    ["application/json", undefined, "application/json"],
    ["application/scim+json, application/json", undefined, "application/scim+json"],
    ["application/json;q=0.9, application/scim+json;q=0.1", undefined, "application/json"],
    ["text/html", "application/json; charset=utf-8", "application/json"],
    [undefined, "application/json", "application/json"],
    ["application/scim+json; charset=utf-8", "application/json", "application/scim+json"],
  ])("Accept %s and Content-Type %s give %s", (accept, contentType, expected) => {
    expect(replyType(accept, contentType, undefined)).toBe(expected);
  });

  it("is what the connection says, when it says something", () => {
    const connection = { mediaType: "application/json", strict: false } as const;
    expect(replyType("application/scim+json", undefined, connection)).toBe("application/json");
    expect(replyType("application/json", undefined, { mediaType: "auto", strict: false })).toBe(
      "application/json",
    );
  });
});

describe("the media type of a body", () => {
  it("may be SCIM's or JSON's, with parameters, or unnamed", () => {
    expect(isReadable("application/scim+json; charset=utf-8")).toBe(true);
    expect(isReadable("Application/JSON")).toBe(true);
    expect(isReadable(undefined)).toBe(true);
  });

  it("may be no other", () => {
    expect(isReadable("text/plain")).toBe(false);
    expect(isReadable("application/x-www-form-urlencoded")).toBe(false);
  });
});
