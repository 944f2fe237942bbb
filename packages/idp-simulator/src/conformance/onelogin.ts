import assert from "node:assert/strict";
import { createOneLogin, type OneLogin } from "../onelogin/onelogin.ts";
import type { Task } from "../onelogin/options.ts";
import type { TemplateName } from "../onelogin/template.ts";
import { lookupTarget } from "../onelogin/users.ts";
import type { Person } from "../people/person.ts";
import { textAt } from "../wire/json.ts";
import { PATCH_OP } from "../wire/urn.ts";
import type { Endpoint } from "./endpoint.ts";
import { holds, isChanged, isError, isList, isStatus, memberIds } from "./expect.ts";
import { type Suite, suite } from "./suite.ts";

const SOURCE = "https://developers.onelogin.com/scim/implement-scim-api";

/** OneLogin's conversation from Enable to a re-hire, with one JSON template and one media type. */
export function oneLoginScript(template: TemplateName, mediaType: string): Suite {
  return suite(`OneLogin (${template} template, ${mediaType})`, SOURCE, (check) => {
    const state = { ann: blank("1"), bo: blank("2"), role: "", annId: "", boId: "", groupId: "" };
    let app: OneLogin | undefined;
    const open = (scim: Endpoint, token = scim.token) =>
      createOneLogin({
        ...scim,
        token,
        options: { template, headers: { Accept: mediaType, "Content-Type": mediaType } },
      });
    const onelogin = (scim: Endpoint) => {
      app ??= open(scim);
      return app;
    };
    const idOf = async (scim: Endpoint, person: Person) => {
      const [found] = isList(await scim.get(lookupTarget(person.userName)), 1);
      return textAt(found, "id") ?? "";
    };
    const members = async (scim: Endpoint) => memberIds(await scim.get(`/Groups/${state.groupId}`));

    check("Enable: an unknown name is an empty list", async (scim) => {
      assert.equal((await onelogin(scim).enable()).ok, true);
    });

    check("Enable with a wrong token: 401 with a SCIM error", async (scim) => {
      const wrong = open(scim, `${scim.token.slice(0, -1)}x`);
      await wrong.enable();
      const reply = wrong.exchanges[0]?.reply;
      assert.ok(reply);
      isError(reply, 401);
      assert.match(String(reply.headers["www-authenticate"]), /^Bearer/);
      wrong.close();
    });

    check("Entitlements refresh: groups are listed by 100", async (scim) => {
      await onelogin(scim).refreshEntitlements();
    });

    check("assigning two people with one role: both users, one group, both in it", async (scim) => {
      const tag = scim.unique("ol");
      state.role = tag;
      state.ann = named("1", "ann", tag);
      state.bo = named("2", "bo", tag);
      isDone(await onelogin(scim).assign(state.ann, [tag]));
      isDone(await onelogin(scim).assign(state.bo, [tag]));
      state.annId = await idOf(scim, state.ann);
      state.boId = await idOf(scim, state.bo);
      state.groupId = groupId(onelogin(scim));
      assert.deepEqual(await members(scim), [state.annId, state.boId].sort());
    });

    check("the same add twice makes no second member", async (scim) => {
      const Operations = [{ value: [{ value: state.annId }], op: "add", path: "members" }];
      isChanged(await scim.send("PATCH", `/Groups/${state.groupId}`, { schemas: [PATCH_OP], Operations }));
      assert.equal((await members(scim)).length, 2);
    });

    check("an update is a full PUT, and a leading blank in a name survives", async (scim) => {
      state.ann = { ...state.ann, familyName: " Bx" };
      isDone(await onelogin(scim).update(state.ann));
      const family = template === "hostile" ? "  Bx" : " Bx";
      holds(await scim.get(`/Users/${state.annId}`), family, "name", "familyName");
    });

    check("the answer always has name.givenName and name.familyName", async (scim) => {
      holds(await scim.get(`/Users/${state.boId}`), "Ann", "name", "givenName");
    });

    check("taking one person's role removes that member only", async (scim) => {
      isDone(await onelogin(scim).setRoles(state.ann, []));
      assert.deepEqual(await members(scim), [state.boId]);
    });

    check("suspended: active false; activated: true on the same id", async (scim) => {
      isDone(await onelogin(scim).suspend(state.bo));
      holds(await scim.get(`/Users/${state.boId}`), false, "active");
      isDone(await onelogin(scim).activate(state.bo));
      holds(await scim.get(`/Users/${state.boId}`), true, "active");
      assert.deepEqual(await members(scim), [state.boId]);
    });

    check("deleted while still a member: gone from the list, from the group, from look-ups", async (scim) => {
      isStatus(await scim.send("DELETE", `/Users/${state.boId}`), 204);
      isError(await scim.get(`/Users/${state.boId}`), 404);
      isList(await scim.get(lookupTarget(state.bo.userName)), 0);
      assert.deepEqual(await members(scim), []);
    });

    check("assigned again: created again under the same name", async (scim) => {
      const again = open(scim);
      isDone(await again.assign(state.bo));
      holds(await scim.get(lookupTarget(state.bo.userName)), 1, "totalResults");
      isDone(await again.unassign(state.bo));
      again.close();
      isDone(await onelogin(scim).unassign(state.ann));
      await scim.send("DELETE", `/Groups/${state.groupId}`);
      app?.close();
    });
  });
}

function blank(id: string): Person {
  return { id, userName: "", givenName: "Ann", familyName: "Ax" };
}

function named(id: string, name: string, tag: string): Person {
  const address = `${name}.${tag}@example.test`;
  return { ...blank(id), userName: address, email: address };
}

function isDone(task: Task): void {
  assert.equal(task.state, "done", task.row);
}

/** The id in the last membership PATCH that OneLogin sent. */
function groupId(onelogin: OneLogin): string {
  const patch = onelogin.exchanges.filter((exchange) => exchange.method === "PATCH").at(-1);
  return patch?.target.split("/").at(-1) ?? "";
}
