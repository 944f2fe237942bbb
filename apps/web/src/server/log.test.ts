import { expect, test } from "vitest";
import { createLogger } from "./log.ts";

/** The one line that is logged, as text and as an object. */
function logged(fields: object): { text: string; entry: Record<string, unknown> } {
  const lines: string[] = [];
  createLogger("info", { write: (line) => void lines.push(line) }).error(fields, "It failed.");
  const text = lines.join("");
  return { text, entry: JSON.parse(text) };
}

test("secrets are redacted by name, up to two objects deep", () => {
  const { text } = logged({
    password: "hunter2",
    headers: { authorization: "Bearer hunter2", cookie: "hunter2" },
    request: { body: { token: "hunter2" } },
  });
  expect(text).not.toContain("hunter2");
});

test("an error's code can be read: it is what an operator looks up", () => {
  const error = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  expect(logged({ err: error }).entry.err).toMatchObject({ code: "ECONNREFUSED", message: error.message });
  expect(logged({ code: "SIGNIN_ERROR" }).entry).toMatchObject({ code: "SIGNIN_ERROR" });
});

test("what PostgreSQL repeats of a row is not logged, also where the error is the cause of another", () => {
  const error = Object.assign(new Error('null value in column "userName" violates not-null constraint'), {
    code: "23502",
    detail: "Failing row contains (ada@acme.test, $argon2id$v=19$m=19456).",
  });
  const { text, entry } = logged({ err: new Error("not written", { cause: error }) });
  expect(text).not.toContain("ada@acme.test");
  expect(text).not.toContain("argon2");
  expect(entry.err).toMatchObject({
    message: "not written",
    causes: [{ code: "23502", message: error.message }],
  });
});

test("of several errors in one each is told; what is no error is not repeated", () => {
  const both = new AggregateError([new Error("::1"), new Error("127.0.0.1")], "refused");
  expect(logged({ err: both }).entry.err).toMatchObject({
    causes: [{ message: "::1" }, { message: "127.0.0.1" }],
  });
  expect(logged({ err: { password: "hunter2" } }).text).not.toContain("hunter2");
});

test("an error that is its own cause is told to an end", () => {
  const error = new Error("round");
  error.cause = error;
  expect(logged({ err: error }).text.length).toBeLessThan(50_000);
});
