import assert from "node:assert/strict";
import { createOneLogin, type OneLogin } from "../onelogin/onelogin.ts";
import type { OneLoginOptions } from "../onelogin/options.ts";
import type { Person } from "../people/person.ts";
import { textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { GROUP } from "../wire/urn.ts";
import type { Endpoint } from "./endpoint.ts";
import { holds, isError, isList, isStatus, memberIds } from "./expect.ts";
import { suite } from "./suite.ts";

const SOURCE = "https://www.truefoundry.com/docs/platform/sso/onelogin/scim";

/** Roles as OneLogin admins name them, in numbers as they have them, and on either of the two ways they travel. */
export const oneLoginRoles = suite("OneLogin (roles)", SOURCE, (check) => {
  for (const name of ["Platform Engineering", "R&D / Berlin", "Équipe données 数据", "x".repeat(50)]) {
    check(`a role called ${name} is kept as it was sent`, async (scim) => {
      const displayName = `${name} ${scim.unique("")}`;
      holds(
        await scim.get(`/Groups/${await scim.makeGroup([], { displayName })}`),
        displayName,
        "displayName",
      );
    });
  }

  check("two names that would become one team: 409 that names both", async (scim) => {
    const tag = scim.unique("Role");
    await scim.makeGroup([], { displayName: `${tag} a` });
    const reply = await scim.send("POST", "/Groups", { schemas: [GROUP], displayName: `${tag}-a` });
    isError(reply, 409, "uniqueness");
    const detail = textAt(reply.json, "detail") ?? "";
    assert.ok(detail.includes(`${tag} a`) && detail.includes(`${tag}-a`), detail);
  });

  check("150 groups are read in pages of 100", async (scim) => {
    const tag = scim.unique("page");
    for (let index = 0; index < 150; index += 1) await scim.makeGroup([], { displayName: `${tag}-${index}` });
    const onelogin = open(scim, {});
    const names = await onelogin.refreshEntitlements();
    assert.equal(names.filter((name) => name.startsWith(tag)).length, 150);
    assert.ok(onelogin.exchanges.some((exchange) => exchange.target.includes("startIndex=101")));
    onelogin.close();
  });

  check("a groups value on the user makes the teams and joins them; an emptied one leaves", async (scim) => {
    const onelogin = open(scim, { groups: "attribute" });
    const [ann, role] = [person(scim), scim.unique("role")];
    await done(onelogin.assign(ann, [role]));
    const target = await groupNamed(scim, role);
    assert.equal((await members(scim, target)).length, 1);
    await done(onelogin.setRoles(ann, []));
    assert.deepEqual(await members(scim, target), []);
    await done(onelogin.unassign(ann));
    onelogin.close();
    await scim.send("DELETE", target);
  });

  check("a member that came through /Groups stays when a groups value is emptied", async (scim) => {
    const body = scim.userBody();
    const id = await scim.makeUser(body);
    const target = `/Groups/${await scim.makeGroup([id])}`;
    isStatus(await scim.send("PUT", `/Users/${id}`, { ...body, groups: [] }), 200);
    assert.deepEqual(await members(scim, target), [id]);
  });

  check("both ways at once make one team and one membership", async (scim) => {
    const onelogin = open(scim, { groups: "both" });
    const [ann, role] = [person(scim), scim.unique("role")];
    await done(onelogin.assign(ann, [role]));
    const target = await groupNamed(scim, role);
    assert.equal((await members(scim, target)).length, 1);
    await done(onelogin.setRoles(ann, []));
    assert.deepEqual(await members(scim, target), []);
    await done(onelogin.unassign(ann));
    onelogin.close();
    await scim.send("DELETE", target);
  });
});

function open(scim: Endpoint, options: OneLoginOptions): OneLogin {
  return createOneLogin({ ...scim, options });
}

function person(scim: Endpoint): Person {
  const address = `${scim.unique("role")}@example.test`;
  return { id: "1", userName: address, email: address, givenName: "Ann", familyName: "Ax" };
}

async function done(task: ReturnType<OneLogin["assign"]>): Promise<void> {
  const { state, row } = await task;
  assert.equal(state, "done", row);
}

async function groupNamed(scim: Endpoint, name: string): Promise<string> {
  const filter = percentEncoded(`displayName eq ${quoted(name)}`);
  const [group] = isList(await scim.get(`/Groups?filter=${filter}`), 1);
  return `/Groups/${textAt(group, "id")}`;
}

async function members(scim: Endpoint, target: string): Promise<readonly string[]> {
  return memberIds(await scim.get(target));
}
