import { expect, test } from "vitest";
import { parseEnv } from "./env.ts";

test("nothing set is a complete configuration", () => {
  expect(parseEnv({})).toMatchObject({ PORT: 3000, LOG_LEVEL: "info", TRUST_PROXY: false });
});

test("an empty variable counts as absent", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: "", TRUST_PROXY: "" })).toMatchObject({
    PORT: 3000,
    TRUST_PROXY: false,
  });
});

test("every wrong variable is named with what it must be, and no value is repeated", () => {
  const read = () =>
    parseEnv({ PORT: "x1", DATABASE_URL: "mysql://me:hunter2@host/db", ROLLCALL_SECRET: "short" });
  expect(read).toThrow(/PORT must be a port number/);
  expect(read).toThrow(/DATABASE_URL must be a PostgreSQL address/);
  expect(read).toThrow(/ROLLCALL_SECRET must have at least 32 characters/);
  expect(read).not.toThrow(/hunter2/);
});

test("ROLLCALL_URL is reduced to its origin and refused with a path", () => {
  expect(parseEnv({ ROLLCALL_URL: "https://rollcall.example.com/" }).ROLLCALL_URL).toBe(
    "https://rollcall.example.com",
  );
  expect(() => parseEnv({ ROLLCALL_URL: "https://example.com/rollcall" })).toThrow(
    /ROLLCALL_URL must have no path/,
  );
});

test("a set-up code is as long as what is compared of it", () => {
  expect(parseEnv({ SETUP_CODE: "otter-77-pond" }).SETUP_CODE).toBe("otter-77-pond");
  for (const code of ["----------", "пароль-пароль", "a-b-c-d-e-f-g"])
    expect(() => parseEnv({ SETUP_CODE: code })).toThrow(
      /SETUP_CODE must have at least 8 letters a-z and digits/,
    );
});
