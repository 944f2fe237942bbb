import { expect, test } from "@playwright/test";
import { numberAt, samplePeople, textAt } from "@rollcall/idp-simulator";
import { startProduct } from "../../src/harness/product.ts";
import { openScim, openSite } from "../../src/harness/site.ts";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";

test("kill -9 in the middle of a push of 200 people loses no acknowledged write", async () => {
  test.setTimeout(120_000);
  const site = await openSite({ database: "embedded" });
  const { dataDir, port } = site.product;
  const people = samplePeople(200, "restart.test");
  const acknowledged = new Map<string, string>();
  const scim = openScim(site.scim);

  let killed: Promise<void> | undefined;
  const push = async (from: number) => {
    for (let index = from; index < people.length; index += 4) {
      const userName = people[index]?.userName ?? "";
      const body = { schemas: [USER], userName, emails: [{ value: userName }] };
      const reply = await scim.send("POST", "/Users", body).catch(() => undefined);
      if (reply?.status !== 201) return;
      acknowledged.set(userName, textAt(reply.json, "id") ?? "");
      if (acknowledged.size >= 80) killed ??= site.product.kill();
    }
  };
  await Promise.all([0, 1, 2, 3].map(push));
  await killed;
  scim.close();
  expect(acknowledged.size).toBeGreaterThanOrEqual(80);
  expect(acknowledged.size).toBeLessThan(200);

  const again = await startProduct({ database: "embedded", dataDir, port });
  const after = openScim(site.scim);
  for (const [userName, id] of acknowledged) {
    const reply = await after.send("GET", `/Users/${id}`);
    expect(textAt(reply.json, "userName"), `${userName} after the restart`).toBe(userName);
  }
  for (const { userName } of people.filter((person) => !acknowledged.has(person.userName))) {
    const reply = await after.send("POST", "/Users", {
      schemas: [USER],
      userName,
      emails: [{ value: userName }],
    });
    expect([201, 409]).toContain(reply.status);
  }
  const filter = encodeURIComponent('userName ew "@restart.test"');
  const total = numberAt((await after.send("GET", `/Users?filter=${filter}&count=0`)).json, "totalResults");
  expect(total).toBe(200);
  after.close();
  await again.dispose();
});

test("a terminal that goes away takes nothing with it: requests are answered, and a stop is a stop", async () => {
  const product = await startProduct();
  const stranger = () => fetch(`${product.origin}/api/scim/nobody/v2/Users`);
  product.closeOutput();
  const late = setTimeout(() => void product.kill(), 20_000);
  for (let n = 0; n < 3; n++) expect((await stranger()).status).toBe(404);
  const asked = performance.now();
  await product.stop();
  expect(performance.now() - asked).toBeLessThan(15_000);
  clearTimeout(late);
  await product.dispose();
});
