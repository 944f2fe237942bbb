import { expect, it } from "vitest";
import { filterQuerySchema } from "~/features/activity/schema.ts";
import { traceQuerySchema } from "~/features/trace/schema.ts";

it.each([
  ["the filter of Activity", filterQuerySchema],
  ["the trace of a person", traceQuerySchema],
])("%s refuses what PostgreSQL cannot look for, and says so", (_what, schema) => {
  expect(schema.safeParse({ q: "ada@acme.test" }).success).toBe(true);
  const refused = schema.safeParse({ q: "ada\0@acme.test" });
  expect(refused.error?.issues).toMatchObject([
    { path: ["q"], message: "A search can't hold a NUL character." },
  ]);
});
