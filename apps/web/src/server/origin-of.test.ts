import { expect, it } from "vitest";
import { type OriginRules, originOf } from "./origin-of.ts";

const rules: OriginRules = { publicUrl: undefined, trustProxy: false, port: 3000 };
const behind: OriginRules = { ...rules, trustProxy: true };
const from = (headers: Record<string, string>, by = rules) => originOf((name) => headers[name], by);

it("is the configured one, whatever a request says", () => {
  const publicUrl = "https://rollcall.acme.test";
  const forged = { host: "evil.test", "x-forwarded-host": "evil.test", "x-forwarded-proto": "http" };
  expect(from(forged, { ...behind, publicUrl })).toBe(publicUrl);
});

it("is the request's own host otherwise, over http, and no proxy is believed unasked", () => {
  expect(from({ host: "Rollcall.Acme.test:8080" })).toBe("http://rollcall.acme.test:8080");
  expect(from({ host: "[::1]:3000" })).toBe("http://[::1]:3000");
  const forged = { host: "acme.test", "x-forwarded-host": "evil.test", "x-forwarded-proto": "https" };
  expect(from(forged)).toBe("http://acme.test");
});

it("is what a trusted proxy says; of several entries the last, which the nearest proxy wrote", () => {
  const headers = { host: "10.0.0.7:3000", "x-forwarded-host": "acme.test", "x-forwarded-proto": "https" };
  expect(from(headers, behind)).toBe("https://acme.test");
  const appended = {
    ...headers,
    "x-forwarded-host": "evil.test, acme.test",
    "x-forwarded-proto": "http, https",
  };
  expect(from(appended, behind)).toBe("https://acme.test");
});

it.each(["", "a b", "acme.test/path", "user@acme.test", 'acme.test"><script>', "acme.test:port"])(
  "is never made of a host that is none: %j",
  (host) => {
    expect(from({ host })).toBe("http://localhost:3000");
  },
);
