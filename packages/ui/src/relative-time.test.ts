import { afterEach, expect, test } from "vitest";
import { absoluteTime, relativeTime, timeBeside, zoneName } from "./relative-time.tsx";

const now = Date.UTC(2026, 2, 3, 14, 2, 0);
const HOME = process.env.TZ;

afterEach(() => {
  if (HOME === undefined) delete process.env.TZ;
  else process.env.TZ = HOME;
});

test("a moment is counted in the largest unit that fits, and never rounded up", () => {
  const ago = (ms: number) => relativeTime(now - ms, now, "en", "just now");
  expect(ago(3_000)).toBe("just now");
  expect(ago(59_000)).toBe("59 sec. ago");
  expect(ago(119_000)).toBe("1 min. ago");
  expect(ago(23.9 * 3_600_000)).toBe("23 hr. ago");
  expect(ago(45 * 86_400_000)).toBe("1 mo. ago");
  expect(ago(800 * 86_400_000)).toBe("2 yr. ago");
});

test("a moment to come is told as such", () => {
  expect(relativeTime(now + 3_700_000, now, "en", "just now")).toBe("in 1 hr.");
});

test("an absolute time has its year and names its zone, the reader's or UTC", () => {
  expect(absoluteTime(now, "en-GB", "UTC")).toBe("3 Mar 2026, 14:02:00 UTC");
  process.env.TZ = "Asia/Tokyo";
  expect(absoluteTime(now, "en-GB")).toBe("3 Mar 2026, 23:02:00 GMT+9");
});

test("beside a name of the zone it is not told again, unless the moment has another one", () => {
  expect(timeBeside(now, "en-GB", "UTC", "UTC")).toBe("3 Mar 2026, 14:02:00");
  process.env.TZ = "America/New_York";
  const winter = zoneName(now, "en");
  expect(winter).toBe("EST");
  expect(timeBeside(now, "en", winter)).not.toContain("EST");
  expect(timeBeside(Date.UTC(2026, 6, 3, 14, 2, 0), "en", winter)).toContain("EDT");
});
