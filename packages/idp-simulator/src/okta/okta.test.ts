import { afterEach, expect, test } from "vitest";
import { emptyDirectory, type RecordingServer, startRecordingServer } from "../testing/recording-server.ts";
import { createOkta, type Okta } from "./okta.ts";

const ANN = { id: "1", userName: "a@x.io", email: "a@x.io", givenName: "A", familyName: "X" };

let server: RecordingServer;
let okta: Okta;

async function start(integration: "aiw" | "oin") {
  server = await startRecordingServer(emptyDirectory());
  okta = createOkta({ baseUrl: server.baseUrl, token: "t", integration });
}

afterEach(async () => {
  okta.close();
  await server.close();
});

test("a create carries a placeholder password and an empty groups, after a look-up of 100", async () => {
  await start("oin");
  await okta.assign(ANN);
  expect(server.lines()).toEqual([
    "GET /Users?filter=userName%20eq%20%22a%40x.io%22&startIndex=1&count=100",
    "POST /Users",
  ]);
  expect(JSON.parse(server.requests[1]?.body ?? "")).toMatchObject({
    groups: [],
    password: "1mz050nq1",
    active: true,
  });
});

test("a catalogue app deactivates with a PATCH that has no path", async () => {
  await start("oin");
  await okta.assign(ANN);
  await okta.deactivate(ANN);
  expect(server.lines().at(-1)).toBe("PATCH /Users/u1");
  expect(JSON.parse(server.requests.at(-1)?.body ?? "").Operations).toEqual([
    { op: "replace", value: { active: false } },
  ]);
});

test("a custom app deactivates with GET and a full PUT", async () => {
  await start("aiw");
  await okta.assign(ANN);
  await okta.deactivate(ANN);
  expect(server.lines().slice(2)).toEqual(["GET /Users/u1", "PUT /Users/u1"]);
});

test("a rename rides along with member changes, each removal by filter", async () => {
  await start("oin");
  await okta.assign(ANN);
  await okta.pushGroup("team", [ANN]);
  await okta.changeGroup("team", { rename: "New name", remove: [ANN] });
  expect(JSON.parse(server.requests.at(-1)?.body ?? "").Operations).toEqual([
    { op: "replace", value: { id: "u2", displayName: "New name" } },
    { op: "remove", path: 'members[value eq "u1"]' },
  ]);
});
