import assert from "node:assert/strict";
import { createJumpCloud } from "../jumpcloud/jumpcloud.ts";
import type { Person } from "../people/person.ts";
import { createPing } from "../ping/ping.ts";
import { listAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import type { Endpoint } from "./endpoint.ts";
import { holds, isList } from "./expect.ts";
import { suite } from "./suite.ts";

export const jumpCloud = suite("JumpCloud", "https://jumpcloud.com/support", (check) => {
  check("Test Connection makes a user and a group and deletes both", async (scim) => {
    const jumpcloud = createJumpCloud(scim);
    const address = `${scim.unique("jumpcloud")}@example.test`;
    await jumpcloud.testConnection(address);
    isList(await find(scim, "/Users", `userName eq ${quoted(address)}`), 0);
    await jumpcloud.testConnection(address);
    jumpcloud.close();
  });

  check("binding a group creates its people; leaving the last group deactivates", async (scim) => {
    const jumpcloud = createJumpCloud(scim);
    const [ann, bo] = [person(scim, "1"), person(scim, "2")];
    const name = scim.unique("jumpcloud");
    await jumpcloud.bindGroup(name, [ann, bo]);
    await jumpcloud.unbind(name, ann);
    holds(await find(scim, "/Users", `userName eq ${quoted(ann.userName)}`), false, "Resources", 0, "active");
    assert.equal((await members(scim, name)).length, 1);
    jumpcloud.close();
  });
});

export const pingOne = suite("PingOne", "https://developer.pingidentity.com", (check) => {
  check("`username Eq` finds a person: attribute and operator in any case", async (scim) => {
    const ping = createPing(scim);
    const ann = person(scim, "1");
    const id = await ping.propagate(ann);
    assert.equal(await ping.propagate({ ...ann, familyName: "Bx" }), id);
    holds(await scim.get(`/Users/${id}`), "Bx", "name", "familyName");
    await ping.remove(ann);
    holds(await scim.get(`/Users/${id}`), false, "active");
    ping.close();
  });

  check("overwriting a group's members replaces them, merging adds", async (scim) => {
    const ping = createPing({ ...scim, onRemove: "delete" });
    const [ann, bo] = [person(scim, "1"), person(scim, "2")];
    for (const one of [ann, bo]) await ping.propagate(one);
    const name = scim.unique("ping");
    await ping.propagateGroup(name, [ann], "overwrite");
    await ping.propagateGroup(name, [bo], "merge");
    assert.equal((await members(scim, name)).length, 2);
    await ping.propagateGroup(name, [ann], "overwrite");
    assert.equal((await members(scim, name)).length, 1);
    for (const one of [ann, bo]) await ping.remove(one);
    ping.close();
  });
});

function find(scim: Endpoint, endpoint: "/Users" | "/Groups", filter: string) {
  return scim.get(`${endpoint}?filter=${percentEncoded(filter)}`);
}

async function members(scim: Endpoint, name: string) {
  const [group] = isList(await find(scim, "/Groups", `displayName eq ${quoted(name)}`), 1);
  return listAt(group, "members");
}

function person(scim: Endpoint, id: string): Person {
  const address = `${scim.unique("person")}@example.test`;
  return { id, userName: address, email: address, givenName: "Ann", familyName: "Ax" };
}
