import { expect, it } from "vitest";
import { clientKey } from "./throttle.ts";

const key = (ip?: string) => clientKey("sign-in", ip).name;

it("counts by an IPv4 address, in whichever form it comes", () => {
  expect(key("192.0.2.1")).toBe("sign-in:192.0.2.1");
  expect(key("::ffff:192.0.2.1")).toBe(key("192.0.2.1"));
  expect(key("192.0.2.2")).not.toBe(key("192.0.2.1"));
});

it("counts by the network of an IPv6 address, within which anyone may take any", () => {
  for (const ip of ["2001:db8:1:2::1", "2001:0DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2:3:4:5:6%eth0"])
    expect(key(ip)).toBe("sign-in:2001:db8:1:2");
  expect(key("2001:db8:1:3::1")).not.toBe(key("2001:db8:1:2::1"));
  expect(key("2001:db8::1")).toBe("sign-in:2001:db8:0:0");
  expect(key("::1")).toBe("sign-in:0:0:0:0");
});

it("counts what is no address as it is, and nobody as one", () => {
  expect(key("proxy.internal")).toBe("sign-in:proxy.internal");
  expect(key()).toBe("sign-in:unknown");
});
