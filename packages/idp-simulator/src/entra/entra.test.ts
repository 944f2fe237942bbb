import { afterEach, expect, test } from "vitest";
import { emptyDirectory, type RecordingServer, startRecordingServer } from "../testing/recording-server.ts";
import { createEntra, type Entra } from "./entra.ts";
import type { Flavour } from "./operations.ts";

const ANN = { id: "1", userName: "a@x.io", email: "a@x.io", givenName: "A", familyName: "X" };

let server: RecordingServer;
let entra: Entra;

async function start(flavour: Flavour) {
  server = await startRecordingServer(emptyDirectory());
  entra = createEntra({ baseUrl: server.baseUrl, token: "t", flavour });
  await entra.provision(ANN);
  await entra.provisionGroup("team");
  await entra.addMembers("team", [ANN]);
}

const lastOperations = () => JSON.parse(server.requests.at(-1)?.body ?? "").Operations;

afterEach(async () => {
  entra.close();
  await server.close();
});

test("legacy: capitalised ops, booleans as text, members removed by value array", async () => {
  await start("legacy");
  await entra.disable(ANN);
  expect(lastOperations()).toEqual([{ op: "Replace", path: "active", value: "False" }]);
  await entra.removeMembers("team", [ANN]);
  expect(lastOperations()).toEqual([{ op: "Remove", path: "members", value: [{ $ref: null, value: "u1" }] }]);
  expect(server.lines().slice(0, 3)).toEqual([
    "GET /Users?filter=userName%20eq%20%22a%40x.io%22",
    "POST /Users",
    "GET /Groups?excludedAttributes=members&filter=displayName%20eq%20%22team%22",
  ]);
});

test("aadOptscim062020: the flag is on every URL, one replace without a path and dotted keys", async () => {
  await start("aadOptscim062020");
  await entra.update({ ...ANN, givenName: "N", department: "D" });
  expect(server.lines().at(-1)).toBe("PATCH /Users/u1?aadOptscim062020");
  expect(lastOperations()).toEqual([
    {
      op: "replace",
      value: {
        displayName: "N X",
        "name.givenName": "N",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "D",
      },
    },
  ]);
  await entra.removeMembers("team", [ANN]);
  expect(lastOperations()).toEqual([{ op: "remove", path: 'members[value eq "u1"]' }]);
});
