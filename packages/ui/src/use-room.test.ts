import { expect, test } from "vitest";
import { lacking } from "./use-room.tsx";

test("a tablet has no room for the columns of wide pages; on a phone rows are cards, which lack nothing", () => {
  expect(lacking(375)).toBe("");
  expect(lacking(640)).toBe("md lg xl");
  expect(lacking(768)).toBe("lg xl");
  expect(lacking(1024)).toBe("xl");
  expect(lacking(1280)).toBe("");
});
