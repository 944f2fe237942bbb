import assert from "node:assert/strict";
import { type Flavour, memberOperations } from "../entra/operations.ts";
import { textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { GROUP } from "../wire/urn.ts";
import { holds, idIn, isChanged, isError, isList, isStatus, lacks, memberIds } from "./expect.ts";
import type { Define } from "./suite.ts";

const ENTRA_GROUP = "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group";

/** The validator's checks on groups. */
export function entraGroupChecks(check: Define, flavour: Flavour): void {
  const op = (name: string) => (flavour === "legacy" ? `${name[0]?.toUpperCase()}${name.slice(1)}` : name);
  const state = { id: "", displayName: "", members: ["", ""] };
  const group = () => `/Groups/${state.id}`;
  const byName = (name: string, more = "") =>
    `/Groups?${more}filter=${percentEncoded(`displayName eq ${quoted(name)}`)}`;

  check("create a group in Entra's shape", async (scim) => {
    state.displayName = scim.unique("Entra");
    const body = {
      schemas: [GROUP, ENTRA_GROUP],
      externalId: scim.unique("ext"),
      displayName: state.displayName,
      members: [],
      meta: { resourceType: "Group" },
    };
    const reply = await scim.send("POST", "/Groups", body);
    isStatus(reply, 201);
    state.id = idIn(reply);
    state.members = [await scim.makeUser(), await scim.makeUser()];
  });

  check("a duplicate group is a 409", async (scim) => {
    isError(
      await scim.send("POST", "/Groups", { schemas: [GROUP], displayName: state.displayName }),
      409,
      "uniqueness",
    );
  });

  check("add members, several at once", async (scim) => {
    isChanged(await scim.patch(group(), ...memberOperations(flavour, "add", state.members)));
    assert.deepEqual(memberIds(await scim.get(group())), [...state.members].sort());
  });

  check("get a group by id without its members", async (scim) => {
    const reply = await scim.get(`${group()}?excludedAttributes=members`);
    holds(reply, state.displayName, "displayName");
    lacks(reply, "members");
  });

  check("filter a group without its members", async (scim) => {
    const reply = await scim.get(byName(state.displayName, "excludedAttributes=members&"));
    const [found] = isList(reply, 1);
    assert.equal(textAt(found, "id"), state.id);
    lacks(reply, "Resources", 0, "members");
  });

  check("filter a group that does not exist", async (scim) => {
    isList(await scim.get(byName(scim.unique())), 0);
  });

  check("filter a group in a different case", async (scim) => {
    isList(await scim.get(byName(state.displayName.toUpperCase())), 1);
  });

  check("filter a group by part of its name finds nothing", async (scim) => {
    isList(await scim.get(byName(state.displayName.slice(0, -1))), 0);
  });

  check("PATCH replaces attributes of a group", async (scim) => {
    const externalId = scim.unique("ext");
    isChanged(await scim.patch(group(), { op: op("replace"), path: "externalId", value: externalId }));
    holds(await scim.get(group()), externalId, "externalId");
  });

  check("update displayName, members stay", async (scim) => {
    state.displayName = scim.unique("Renamed");
    isChanged(
      await scim.patch(group(), { op: op("replace"), path: "displayName", value: state.displayName }),
    );
    const reply = await scim.get(group());
    holds(reply, state.displayName, "displayName");
    assert.deepEqual(memberIds(reply), [...state.members].sort());
  });

  check("remove one member, the other stays", async (scim) => {
    const [gone = "", stays = ""] = state.members;
    isChanged(await scim.patch(group(), ...memberOperations(flavour, "remove", [gone])));
    assert.deepEqual(memberIds(await scim.get(group())), [stays]);
  });

  check("several operations on the same attribute of a group", async (scim) => {
    const [first = "", second = ""] = state.members;
    const add = memberOperations(flavour, "add", [first]);
    isChanged(await scim.patch(group(), ...add, ...memberOperations(flavour, "remove", [second])));
    assert.deepEqual(memberIds(await scim.get(group())), [first]);
  });

  check("delete a group: 204, then 404, twice 404", async (scim) => {
    isStatus(await scim.send("DELETE", group()), 204);
    isError(await scim.get(group()), 404);
    isError(await scim.send("DELETE", group()), 404);
  });

  check("delete a group that never was: 404", async (scim) => {
    isError(await scim.send("DELETE", "/Groups/019a0000-0000-7000-8000-000000000000"), 404);
  });
}
