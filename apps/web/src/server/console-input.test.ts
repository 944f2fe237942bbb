import { expect, it } from "vitest";
import { z } from "zod";
import type { ConsoleError } from "./console-error.ts";
import { parseInput, readBody } from "./console-input.ts";

const schema = z.object({
  name: z.string(),
  tags: z.array(z.string()).optional(),
  since: z.date().optional(),
});

/** What a value is refused with. */
function refusal(value: unknown): ConsoleError["refusal"] | undefined {
  try {
    parseInput(schema, value);
    return undefined;
  } catch (error) {
    return (error as ConsoleError).refusal;
  }
}

it("what fits is taken", () => {
  const value = { name: "Ada", tags: ["a"], since: new Date() };
  expect(parseInput(schema, value)).toEqual(value);
});

it("the first field at fault is named", () => {
  expect(refusal({ name: 1 })).toMatchObject({ code: "input.invalid", status: 400, field: "name" });
});

it.each([{ name: "A\0da" }, { name: "Ada", tags: ["a", "\0"] }])(
  "a NUL character, which the database has no place for, is refused: %j",
  (value) => {
    expect(refusal(value)).toMatchObject({
      code: "input.invalid",
      status: 400,
      message: "Text can't hold a NUL character.",
    });
  },
);

it("a body of a hundred thousand brackets is refused like any other that does not fit", async () => {
  const body = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const headers = { "content-type": "application/json" };
  const request = new Request("https://console.test/", { method: "POST", headers, body });
  const read = await readBody(request).catch(() => undefined);
  expect(refusal(read)).toMatchObject({ code: "input.invalid", status: 400 });
});
