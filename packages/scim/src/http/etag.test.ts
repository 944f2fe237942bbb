import { describe, expect, it } from "vitest";
import { matchesVersion, readTags, versionTag } from "./etag.ts";

describe("ETags", () => {
  it("compare weakly, with or without quotation marks", () => {
    for (const header of ['W/"3"', '"3"', "3", 'W/"1", W/"3"', "*"]) {
      expect(matchesVersion(readTags(header) ?? [], 3), header).toBe(true);
    }
    expect(matchesVersion(readTags(versionTag(3)) ?? [], 4)).toBe(false);
  });

  it("are no condition when the header is missing or empty", () => {
    expect(readTags(undefined)).toBeUndefined();
    expect(readTags(" ")).toBeUndefined();
  });
});
