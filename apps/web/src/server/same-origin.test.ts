import { beforeAll, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

beforeAll(() => {
  process.env.ROLLCALL_URL = "https://console.test";
});

const from = (headers: Record<string, string>) =>
  isSameOrigin(new Headers({ host: "console.test", ...headers }));

it("a page of this console may change things", () => {
  expect(from({ origin: "https://console.test", "sec-fetch-site": "same-origin" })).toBe(true);
  expect(from({ origin: "https://console.test" })).toBe(true);
  expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
});

it.each([
  { origin: "https://evil.test" },
  { origin: "https://evil.test", "sec-fetch-site": "same-origin" },
  { origin: "https://console.test", "sec-fetch-site": "cross-site" },
  { origin: "https://console.test.evil.test" },
  { origin: "http://console.test" },
  { origin: "https://sub.console.test", "sec-fetch-site": "same-site" },
  { origin: "null" },
  { "sec-fetch-site": "none" },
  {},
])("%j may not", (headers) => {
  expect(from(headers)).toBe(false);
});
