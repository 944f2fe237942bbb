import { afterEach, expect, it, vi } from "vitest";
import { main } from "./cli.ts";

const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
afterEach(() => written.mockClear());
const said = () => written.mock.calls.map(([text]) => String(text)).join("");

it.each([
  [["simulate", "onelogin", "--bogus"], /^Unknown option '--bogus'/],
  [
    ["simulate", "onelogin", "--url", "http://127.0.0.1:1/x", "--token", "t"],
    /^connect ECONNREFUSED 127\.0\.0\.1:1$/,
  ],
  [
    ["simulate", "onelogin", "--url", "http://x", "--token", "t", "--people", "many"],
    /^--people takes a whole number/,
  ],
  [["token", "list", "--bogus"], /^Unknown option '--bogus'\nOptions: --tenant <slug> --json$/],
  [["nonsense"], /^There is no command "nonsense"/],
])("%j is told in a line, with exit code 1, and no trace", async (argv, line) => {
  expect(await main(argv)).toBe(1);
  expect(said().trim()).toMatch(line);
  expect(said()).not.toContain("    at ");
});
