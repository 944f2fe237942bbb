import { afterAll, beforeAll, expect, it } from "vitest";
import { recentlyTurnedAway } from "../src/explain/trace/turned-away.ts";
import { type Client, connect, USER } from "./client.ts";

let client: Client;
beforeAll(async () => {
  client = await connect({ "content-type": "application/json" });
});
afterAll(() => client.stage.close());

it("a person without an e-mail, refused over SCIM, is listed as turned away until they are accepted", async () => {
  const grace = { schemas: USER, userName: "ghopper", name: { givenName: "Grace", familyName: "Hopper" } };
  expect((await client.send("POST", "/Users", grace)).status).toBe(400);
  const { db, tenantId } = client.stage;
  expect(await recentlyTurnedAway(db, tenantId)).toMatchObject([
    { label: "Grace Hopper", code: "user.email_missing", times: 1 },
  ]);
  const emails = [{ value: "grace@acme.test" }];
  expect((await client.send("POST", "/Users", { ...grace, emails })).status).toBe(201);
  expect(await recentlyTurnedAway(db, tenantId)).toEqual([]);
});
