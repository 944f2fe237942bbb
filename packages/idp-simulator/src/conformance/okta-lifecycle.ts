import assert from "node:assert/strict";
import { createOkta, type Okta } from "../okta/okta.ts";
import type { Person } from "../people/person.ts";
import { accepted } from "../wire/refusal.ts";
import type { Endpoint } from "./endpoint.ts";
import { holds, isStatus, memberIds } from "./expect.ts";
import { type Suite, suite } from "./suite.ts";

const SOURCE = "https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/";

/** Okta's lifecycle and group push, as a custom app (`aiw`: PUT) or as a catalogue app (`oin`: PATCH without a path). */
export function oktaLifecycle(integration: "aiw" | "oin"): Suite {
  const name = integration === "aiw" ? "Okta custom app" : "Okta catalogue app";
  return suite(name, SOURCE, (check) => {
    const state = { ann: person("1"), bo: person("2"), group: "" };
    let okta: Okta | undefined;
    let [annId, boId, groupId] = ["", "", ""];
    const app = (scim: Endpoint) => {
      okta ??= createOkta({ ...scim, integration });
      return okta;
    };
    const read = async (scim: Endpoint, target: string) => {
      const reply = await scim.get(target);
      isStatus(reply, 200);
      return reply;
    };

    check("test of the connector configuration", async (scim) => {
      accepted(await app(scim).testConnection());
    });

    check("assigning creates the person with Okta's placeholder password and empty groups", async (scim) => {
      const tag = scim.unique("okta");
      state.ann = { ...state.ann, userName: `ann.${tag}@example.test`, email: `ann.${tag}@example.test` };
      state.bo = { ...state.bo, userName: `bo.${tag}@example.test`, email: `bo.${tag}@example.test` };
      annId = await app(scim).assign(state.ann);
      boId = await app(scim).assign(state.bo);
      holds(await read(scim, `/Users/${annId}`), state.ann.email, "emails", 0, "value");
    });

    check("a profile update arrives", async (scim) => {
      await app(scim).update({ ...state.ann, givenName: "Anna" });
      holds(await read(scim, `/Users/${annId}`), "Anna", "name", "givenName");
    });

    check("deactivated: still 200, active false", async (scim) => {
      await app(scim).deactivate(state.ann);
      holds(await read(scim, `/Users/${annId}`), false, "active");
    });

    check("reactivated: active again on the same id", async (scim) => {
      await app(scim).reactivate(state.ann);
      const reply = await read(scim, `/Users/${annId}`);
      holds(reply, true, "active");
      holds(reply, annId, "id");
    });

    check("assigning someone the server has links and updates", async (scim) => {
      const other = createOkta({ ...scim, integration });
      assert.equal(await other.assign(state.ann), annId);
      other.close();
    });

    check("pushing a group creates it and sets its members", async (scim) => {
      state.group = scim.unique("okta");
      groupId = await app(scim).pushGroup(state.group, [state.ann, state.bo]);
      assert.deepEqual(memberIds(await read(scim, `/Groups/${groupId}`)), [annId, boId].sort());
    });

    check("pushing it again links the group that is there", async (scim) => {
      assert.equal(await app(scim).pushGroup(state.group, [state.ann, state.bo]), groupId);
    });

    check("removing one member leaves the other", async (scim) => {
      await app(scim).changeGroup(state.group, { remove: [state.ann] });
      assert.deepEqual(memberIds(await read(scim, `/Groups/${groupId}`)), [boId]);
    });

    check("adding a member keeps the others", async (scim) => {
      await app(scim).changeGroup(state.group, { add: [state.ann] });
      assert.deepEqual(memberIds(await read(scim, `/Groups/${groupId}`)), [annId, boId].sort());
    });

    check("a rename keeps the members", async (scim) => {
      const renamed = scim.unique("renamed");
      await app(scim).changeGroup(state.group, { rename: renamed });
      state.group = renamed;
      const reply = await read(scim, `/Groups/${groupId}`);
      holds(reply, renamed, "displayName");
      assert.deepEqual(memberIds(reply), [annId, boId].sort());
    });

    check("an empty group can be pushed", async (scim) => {
      await app(scim).pushGroup(state.group, []);
      assert.deepEqual(memberIds(await read(scim, `/Groups/${groupId}`)), []);
    });

    check("unlinking with delete deletes the group", async (scim) => {
      await app(scim).unlinkGroup(state.group, "delete");
      isStatus(await scim.get(`/Groups/${groupId}`), 404);
    });

    check("import pages through every user", async (scim) => {
      const users = await app(scim).importUsers();
      assert.ok(users.length >= 2);
      await Promise.all([annId, boId].map((id) => scim.send("DELETE", `/Users/${id}`)));
      okta?.close();
    });
  });
}

function person(id: string): Person {
  return { id, userName: "", email: "", givenName: "Ann", familyName: "Ax" };
}
