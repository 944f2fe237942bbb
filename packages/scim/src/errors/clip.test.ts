import { expect, it } from "vitest";
import { clip } from "./clip.ts";

it("shortens text without cutting through a character", () => {
  expect(clip("abc", 3)).toBe("abc");
  expect(clip("abcd", 3)).toBe("ab…");
  expect(clip("a😀bc", 3)).toBe("a…");
});
