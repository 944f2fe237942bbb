import { expect, test } from "vitest";
import { emptyDirectory, startRecordingServer } from "../testing/recording-server.ts";
import { firstSync } from "./first-sync.ts";

test("a first sync makes each role once and deals every membership out", async () => {
  const server = await startRecordingServer(emptyDirectory());
  const report = await firstSync({
    baseUrl: server.baseUrl,
    token: "t",
    people: 20,
    roles: 5,
    memberships: 50,
    connections: 4,
  });
  await server.close();
  const count = (prefix: string) => server.lines().filter((line) => line.startsWith(prefix)).length;
  expect(report).toMatchObject({ people: 20, memberships: 50, errors: [], requests: server.requests.length });
  expect([count("POST /Groups"), count("POST /Users"), count("PATCH /Groups")]).toEqual([5, 20, 50]);
});
