import { expect, test } from "@playwright/test";
import { setUp } from "../../src/harness/admin.ts";
import { generateToken, regenerateToken } from "../../src/harness/console.ts";
import { createOwnDatabase } from "../../src/harness/database.ts";
import { type Product, startProduct } from "../../src/harness/product.ts";
import { isScimError } from "../../src/harness/scim-error.ts";
import { openScim, type ScimAccess } from "../../src/harness/site.ts";

let replicas: readonly [Product, Product];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const database = await createOwnDatabase();
  replicas = await Promise.all([startProduct({ database }), startProduct({ database })]);
});

test.afterAll(async () => {
  const [first, second] = replicas;
  await second.stop();
  await first.dispose();
});

test("two replicas that start at once on one empty database both serve; a retired token is refused by both at once", async () => {
  const [first, second] = replicas;
  const cookie = await setUp(first);
  const old = await generateToken(first.origin, cookie);
  const onSecond = (access: ScimAccess) => ({
    ...access,
    baseUrl: access.baseUrl.replace(first.origin, second.origin),
  });

  for (const access of [old, onSecond(old)]) {
    const scim = openScim(access);
    expect((await scim.send("GET", "/Users?count=0")).status).toBe(200);
    scim.close();
  }
  const next = await regenerateToken(second.origin, cookie);
  for (const access of [old, onSecond(old)]) {
    const scim = openScim(access);
    isScimError(await scim.send("GET", "/Users?count=0"), 401);
    scim.close();
  }
  const scim = openScim({ baseUrl: old.baseUrl, token: next.token });
  expect((await scim.send("GET", "/Users?count=0")).status).toBe(200);
  scim.close();
});
