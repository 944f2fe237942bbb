import { expect, it } from "vitest";
import { PASSWORD_MAX, passwordFault } from "./password-policy.ts";

/** Least CPU time of three looks at a password, in milliseconds. */
function cost(password: string): number {
  const once = () => {
    const started = process.cpuUsage();
    passwordFault(password, ["Ada Lovelace", "ada@acme.test"]);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}

it("takes a phrase that nobody else would choose, however long", () => {
  expect(passwordFault("seven quiet otters paddle", ["Ada"])).toBeNull();
  expect(
    passwordFault("seven quiet otters paddle upstream ".repeat(7).slice(0, PASSWORD_MAX), []),
  ).toBeNull();
  expect(passwordFault("x".repeat(PASSWORD_MAX + 1), [])).toBe("too_long");
});

it("costs no more for the longest password than for one of a line", () => {
  const leet = "p@55w0rd!".repeat(30);
  expect(cost(leet.slice(0, PASSWORD_MAX))).toBeLessThan(3 * cost(leet.slice(0, 64)) + 50);
});
