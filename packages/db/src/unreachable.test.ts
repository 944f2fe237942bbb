import { expect, test } from "vitest";
import { applyMigrations } from "./migrate/apply-migrations.ts";

const server = new URL(process.env.ROLLCALL_TEST_SERVER ?? "");

/** What a start says of a database. */
async function said(change: (url: URL) => void): Promise<string> {
  const url = new URL(server);
  change(url);
  const start = applyMigrations(url.href, "../../prisma/migrations");
  return start.then(
    () => "it started",
    (error: Error) => error.message,
  );
}

test("a server that is down is named with its address, also where the name has several", async () => {
  const sentence =
    "PostgreSQL at localhost:1 does not answer (ECONNREFUSED). Check DATABASE_URL, and that the server runs and can be reached from here.";
  const message = await said((url) => {
    url.host = "localhost:1";
  });
  expect(message.replace(/\(.*ECONNREFUSED.*\)/, "(ECONNREFUSED)")).toBe(sentence);
});

test("a wrong password is told without the password", async () => {
  const message = await said((url) => {
    url.password = "hunter2";
  });
  expect(message).toMatch(/does not let \w+ in: .*\. Check user and password in DATABASE_URL\.$/);
  expect(message).not.toContain("hunter2");
});

test("a database that is not there is named", async () => {
  const message = await said((url) => {
    url.pathname = "/nowhere";
  });
  expect(message).toMatch(/has no database nowhere\. Create it, or correct DATABASE_URL\.$/);
});
