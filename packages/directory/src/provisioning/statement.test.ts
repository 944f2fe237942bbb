import { expect, it, vi } from "vitest";
import * as server from "./statement.ts";

it("has one name in every bundle of a process, and no other text has it", async () => {
  vi.resetModules();
  const pages = await import("./statement.ts");
  server.statement("SELECT 1", []);
  for (const text of ["SELECT 2", "SELECT 1", "SELECT 3"]) {
    expect(pages.statement(text, []).name).toBe(server.statement(text, []).name);
    expect(pages.composedStatement(text, []).name).toBe(server.composedStatement(text, []).name);
  }
  const names = ["SELECT 1", "SELECT 2", "SELECT 3"].map((text) => server.statement(text, []).name);
  expect(new Set(names).size).toBe(3);
  expect(Math.max(...names.map((name) => name?.length ?? 0))).toBeLessThan(63);
});
