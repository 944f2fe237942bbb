import { describe, expect, it } from "vitest";
import { Client } from "../client.ts";
import { changeRequirements } from "./changes.ts";
import { messageRequirements } from "./messages.ts";
import { queryRequirements } from "./queries.ts";
import type { Requirement } from "./requirement.ts";
import { resourceRequirements } from "./resources.ts";
import { UNSUPPORTED } from "./unsupported.ts";

const PARTS: readonly (readonly [string, readonly Requirement[]])[] = [
  ["Messages and discovery", messageRequirements],
  ["Resources", resourceRequirements],
  ["Queries", queryRequirements],
  ["PATCH and bulk", changeRequirements],
];

for (const [part, requirements] of PARTS) {
  describe(`conformance: ${part}`, () => {
    it.each(requirements)("$section $level: $says", async ({ observe }) => {
      const client = new Client();
      await observe(client);
      expect(client.errors).toEqual([]);
    });
  });
}

it("docs/unsupported.md lists what is missing as it is (write it anew with `pnpm docs`)", async () => {
  const rows = UNSUPPORTED.map(({ section, what, why }) => `| ${section} | ${cell(what)} | ${cell(why)} |`);
  await expect([...HEAD, ...rows, ""].join("\n")).toMatchFileSnapshot("../../../../docs/unsupported.md");
});

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

const HEAD = [
  "# What is not supported",
  "",
  "What RFC 7643, RFC 7644 and RFC 9865 have and Rollcall has not, or has otherwise, and why. What it does have is",
  "checked in [conformance.md](conformance.md). This page is made from `packages/scim/test/conformance/unsupported.ts`.",
  "",
  "| section | what | why |",
  "|---|---|---|",
];
