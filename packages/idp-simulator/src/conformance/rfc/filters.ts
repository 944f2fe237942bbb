import assert from "node:assert/strict";
import { textAt } from "../../wire/json.ts";
import type { Endpoint } from "../endpoint.ts";
import { isError, isList } from "../expect.ts";
import { suite } from "../suite.ts";

/** Filters over two users, Ann with title and a home address and Bo without, and whom each must find. */
const CASES: readonly (readonly [filter: string, finds: string])[] = [
  ['userName eq "$ANN"', "ann"],
  ['USERNAME EQ "$ann"', "ann"],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "$ann"', "ann"],
  ['userName ne "$ann"', "bo"],
  ['userName co "nn.$tag"', "ann"],
  ['userName sw "ann.$tag"', "ann"],
  ['userName ew "$tag@example.test"', "ann bo"],
  ["title pr", "ann"],
  ["not (title pr)", "bo"],
  ['title eq "Lead" and active eq true', "ann"],
  ['title eq "Lead" or displayName eq "Bo"', "ann bo"],
  ['title eq "none" or title eq "Lead" and active eq true', "ann"],
  ['(title eq "none" or title eq "Lead") and active eq false', ""],
  ['name.familyName eq "AX"', "ann"],
  ['emails.value eq "home.$tag@example.test"', "ann"],
  ['emails[type eq "home" and value co "home."]', "ann"],
  ['emails[type eq "work" and value co "home."]', ""],
  ['emails[type eq "home"].value sw "home."', "ann"],
  ['externalId eq "Ext-$tag"', "ann"],
  ['externalId eq "ext-$tag"', ""],
  ["active eq false", "bo"],
  ['title gt "Lea"', "ann"],
  ['title le "Kea"', ""],
  ['meta.created gt "2001-01-01T00:00:00Z"', "ann bo"],
  ['meta.lastModified lt "2001-01-01T00:00:00Z"', ""],
  ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "R&D"', "ann"],
];

const INVALID = [
  "userName",
  'userName xx "a"',
  "userName eq",
  "(userName pr",
  'userName eq "a" and',
  "active gt true",
];

export const filters = suite("RFC 7644: filters", "RFC 7644 §3.4.2.2", (check) => {
  const state = { tag: "", names: new Map<string, string>() };
  const fill = (text: string) =>
    text
      .replaceAll("$ANN", `ANN.${state.tag}@EXAMPLE.TEST`)
      .replaceAll("$ann", `ann.${state.tag}@example.test`)
      .replaceAll("$tag", state.tag);

  check("two users to look for", async (scim) => {
    state.tag = scim.unique("f");
    for (const [name, more] of [
      ["ann", annOf(state.tag)],
      ["bo", { active: false, displayName: "Bo", name: { familyName: "Bx" } }],
    ] as const) {
      const userName = `${name}.${state.tag}@example.test`;
      const id = await scim.makeUser({
        userName,
        emails: [{ value: userName, type: "work", primary: true }],
        ...more,
      });
      state.names.set(id, name);
    }
  });

  for (const [filter, finds] of CASES) {
    check(`${filter} finds ${finds || "nobody"}`, async (scim) => {
      assert.equal(await found(scim, fill(filter), state), finds);
    });
  }

  for (const filter of INVALID) {
    check(`${filter}: 400 invalidFilter`, async (scim) => {
      isError(await scim.get(`/Users?filter=${encodeURIComponent(filter)}`), 400, "invalidFilter");
    });
  }

  check("a quote inside a value is escaped as in JSON", async (scim) => {
    const title = `say "hi" \\ ${scim.unique()}`;
    const id = await scim.makeUser({ title });
    const [user] = isList(
      await scim.get(`/Users?filter=${encodeURIComponent(`title eq ${JSON.stringify(title)}`)}`),
      1,
    );
    assert.equal(textAt(user, "id"), id);
  });

  check("groups: by displayName in any case, by member", async (scim) => {
    const user = await scim.makeUser();
    const displayName = scim.unique("Filter");
    await scim.makeGroup([user], { displayName });
    for (const filter of [
      `displayName eq "${displayName.toUpperCase()}"`,
      `members.value eq "${user}"`,
      `members[value eq "${user}"]`,
    ]) {
      isList(await scim.get(`/Groups?filter=${encodeURIComponent(filter)}`), 1);
    }
  });
});

function annOf(tag: string): object {
  const [work, home] = [`ann.${tag}@example.test`, `home.${tag}@example.test`];
  return {
    title: "Lead",
    displayName: "Ann",
    name: { familyName: "Ax", givenName: "Ann" },
    externalId: `Ext-${tag}`,
    emails: [
      { value: work, type: "work", primary: true },
      { value: home, type: "home" },
    ],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "R&D" },
  };
}

/** The names found among the two users of this run, sorted. */
async function found(
  scim: Endpoint,
  filter: string,
  state: { readonly tag: string; readonly names: ReadonlyMap<string, string> },
): Promise<string> {
  const both = `(${filter}) and userName ew "${state.tag}@example.test"`;
  const users = isList(await scim.get(`/Users?filter=${encodeURIComponent(both)}`));
  return users
    .map((user) => state.names.get(textAt(user, "id") ?? "") ?? "someone else")
    .sort()
    .join(" ");
}
