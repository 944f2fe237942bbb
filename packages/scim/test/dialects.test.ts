import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { DIALECTS } from "../src/dialects/all.ts";
import { Client } from "./client.ts";
import { play } from "./play.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);

it("every dialect is spoken in a recorded conversation, and none that is not on the list", async () => {
  const spoken = new Set<string>();
  for (const provider of readdirSync(FIXTURES)) {
    const folder = new URL(`${provider}/`, FIXTURES);
    for (const file of readdirSync(folder)) {
      const client = new Client();
      await play(new URL(file, folder), client);
      for (const { call } of client.directory.recorded) {
        for (const { dialect } of call.deviations) spoken.add(dialect);
      }
    }
  }
  const listed = DIALECTS.map(({ name }) => name);
  expect([...spoken].filter((name) => name !== "unknown_attribute").sort()).toEqual([...listed].sort());
});

it("each has its own name, a client that needs it and a public address", () => {
  expect(new Set(DIALECTS.map(({ name }) => name)).size).toBe(DIALECTS.length);
  for (const { clients, source } of DIALECTS) {
    expect(clients.length).toBeGreaterThan(0);
    expect(source).toMatch(/^https:\/\//);
  }
});

it("docs/dialects.md lists them as they are (write it anew with `pnpm docs`)", async () => {
  const rows = DIALECTS.map(
    ({ name, clients, what, source }) =>
      `| \`${name}\` | ${clients.join(", ")} | ${cell(what)} | [source](${source}) |`,
  );
  await expect([...HEAD, ...rows, ...TAIL].join("\n")).toMatchFileSnapshot("../../../docs/dialects.md");
});

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

const HEAD = [
  "# Dialects",
  "",
  "Where an identity provider departs from RFC 7643 and RFC 7644, Rollcall either refuses the request or accepts it as",
  "one of these dialects. The list is closed. What a request used stands on its event under Activity; strict mode",
  "refuses all of them but those that break no rule of the RFC (`loose-slashes`, `query-tail`, `aad-flag`,",
  "`plus-in-address`, `groups-in-user`). This page is made from `packages/scim/src/dialects`.",
  "",
  "| name | clients | what is sent, and what is made of it | where it is shown |",
  "|---|---|---|---|",
];

const TAIL = [
  "",
  "Two more notes can stand on an event: `unknown_attribute` and `unknown_schema` name what no schema has. It is dropped;",
  "strict mode refuses it. The `path` of a PATCH is refused in either mode when it names no attribute, unless a URN that",
  "stands before the name says that it is an extension's.",
  "",
];
