import {
  ALL_NAMES,
  CORE_GROUP,
  CORE_USER,
  type Filter,
  GROUP,
  type JsonObject,
  matches,
  parseFilter,
  printFilter,
  USER,
} from "@rollcall/scim";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectOk, type ScimStage, scimStage } from "./testing.ts";

let stage: ScimStage;

beforeAll(async () => {
  stage = await scimStage();
});

afterAll(() => stage.close());

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** Few values, so that filters meet them: cases, blanks, what LIKE and regular expressions give a meaning to. */
const word = fc.constantFrom(
  "a",
  "A",
  "ab",
  "Ab",
  "b",
  "aba",
  "a%",
  "_b",
  "é",
  "É",
  "a b",
  '"',
  "\\",
  "7",
  "😀",
  "ﬀ",
);
const type = fc.constantFrom("work", "Work", "home");
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const element = fc.record({ value: word, type: optional(type), primary: optional(fc.boolean()) });
const person = fc.record({
  externalId: optional(word),
  displayName: optional(word),
  title: optional(word),
  active: fc.boolean(),
  name: optional(
    fc.record({ givenName: optional(word), familyName: optional(word), middleName: optional(word) }),
  ),
  phoneNumbers: optional(fc.array(element, { minLength: 1, maxLength: 3 })),
  roles: optional(fc.array(element, { minLength: 1, maxLength: 2 })),
  x509Certificates: optional(fc.array(fc.record({ value: word }), { minLength: 1, maxLength: 2 })),
  [ENTERPRISE]: optional(
    fc.record({
      department: optional(word),
      manager: optional(fc.record({ value: word, displayName: optional(word) })),
    }),
  ),
});

const textNames = [
  "userName",
  "externalId",
  "displayName",
  "title",
  "nickName",
  "name.givenName",
  "name.familyName",
].concat(
  [
    "name.middleName",
    "emails.value",
    "emails.type",
    "phoneNumbers.value",
    "phoneNumbers.type",
    "roles.value",
    "roles",
  ],
  ["id", "meta.resourceType", "meta.version", "meta.location", "schemas"],
  [`${ENTERPRISE}:department`, `${ENTERPRISE}:manager.value`, `${ENTERPRISE}:manager.displayName`],
);
/** Binary: compared, never ordered. */
const binaryOperator = fc.constantFrom("eq", "ne", "co", "sw", "ew");
const quoted = word.map((text) => JSON.stringify(text));
const operand = fc.oneof(quoted, fc.constantFrom('"a@x.test"', '"User"', '"W/\\"1\\""', '"work"'));
const order = fc.constantFrom("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
const equality = fc.constantFrom("eq", "ne");

const comparison = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...textNames), order, operand).map((parts) => parts.join(" ")),
  },
  fc
    .tuple(fc.constantFrom(...textNames, "active", "name", "emails", "phoneNumbers"), fc.constant("pr"))
    .map((parts) => parts.join(" ")),
  fc.tuple(fc.constantFrom(...textNames), equality, fc.constant("null")).map((parts) => parts.join(" ")),
  fc
    .tuple(fc.constantFrom("active", "phoneNumbers.primary", "roles.primary"), equality, fc.boolean())
    .map((parts) => parts.join(" ")),
  fc
    .tuple(
      fc.constantFrom("meta.created", "meta.lastModified"),
      fc.constantFrom("gt", "ge", "lt", "le", "eq", "ne"),
      fc.constantFrom('"2020-01-01T00:00:00Z"', '"2090-01-01T00:00:00Z"'),
    )
    .map((parts) => parts.join(" ")),
);
const binary = fc
  .tuple(fc.constant("x509Certificates.value"), binaryOperator, quoted)
  .map((parts) => parts.join(" "));
const inner = fc.oneof(
  fc.tuple(fc.constantFrom("value", "type"), order, quoted).map((parts) => parts.join(" ")),
  fc.tuple(fc.constantFrom("value", "type", "primary"), fc.constant("pr")).map((parts) => parts.join(" ")),
  fc.tuple(fc.constant("primary"), equality, fc.boolean()).map((parts) => parts.join(" ")),
);
const innerTree = fc.oneof(
  inner,
  fc.tuple(inner, fc.constantFrom("and", "or"), inner).map((parts) => parts.join(" ")),
  inner.map((term) => `not (${term})`),
);
const valuePath = fc
  .tuple(fc.constantFrom("emails", "phoneNumbers", "roles"), innerTree)
  .map(([attribute, filter]) => `${attribute}[${filter}]`);

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    binary,
    valuePath,
    fc
      .tuple(tie("tree"), fc.constantFrom("and", "or"), tie("tree"))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie("tree").map((term) => `not (${term})`),
  ),
}));

function parse(text: string, names = USER.names): Filter {
  const parsed = parseFilter(text, names);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.detail}`);
  return parsed.value;
}

async function find(text: string): Promise<string[]> {
  const page = { kind: "index", startIndex: 1, count: 1_000 } as const;
  const query = { filter: parse(text), filterText: text, page };
  const found = expectOk(await stage.directory.listUsers(stage.call("GET", "/Users"), query));
  expect(found.totalResults).toBe(found.resources.length);
  return found.resources.map((user) => user.id).sort();
}

function clean(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value), (_key, each) =>
    typeof each === "object" && each !== null && !Array.isArray(each) && Object.keys(each).length === 0
      ? undefined
      : each,
  );
}

describe("a filter as SQL", () => {
  it("finds the same users as the evaluation in memory, for every attribute and operator", async () => {
    const people = fc.sample(person, { numRuns: 60, seed: 20_261_124 });
    const stored: { id: string; seen: JsonObject }[] = [];
    for (const [index, each] of people.entries()) {
      const user = await stage.createUser({
        ...clean(each),
        userName: index === 0 ? "a@x.test" : `U${index}@x.test`,
      });
      const extension = user.resource[ENTERPRISE] === undefined ? [] : [ENTERPRISE];
      stored.push({
        id: user.id,
        seen: {
          ...user.resource,
          id: user.id,
          schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ...extension],
          meta: {
            resourceType: "User",
            created: user.created.toISOString(),
            lastModified: user.lastModified.toISOString(),
            version: 'W/"1"',
            location: `https://rollcall.test/api/scim/acme/v2/Users/${user.id}`,
          },
        },
      });
    }
    await fc.assert(
      fc.asyncProperty(tree, async (text) => {
        const filter = parse(text);
        const expected = stored.filter(({ seen }) => matches(filter, seen)).map(({ id }) => id);
        expect(await find(text), printFilter(filter)).toEqual(expected.sort());
      }),
      { numRuns: Number(process.env.FILTER_RUNS ?? 400), seed: 42 },
    );
  }, 120_000);

  it("ne and not hold for whoever has no value (RFC 7644 §3.4.2.2 leaves it open)", async () => {
    const none = await stage.createUser("none@ne.test");
    const some = await stage.createUser({ userName: "some@ne.test", nickName: "x" });
    const both = [none.id, some.id].sort();
    const here = (text: string) => find(`userName ew "@ne.test" and ${text}`);
    expect(await here('nickName ne "x"')).toEqual([none.id]);
    expect(await here('nickName ne "y"')).toEqual(both);
    expect(await here('not (nickName eq "x")')).toEqual([none.id]);
    expect(await here('not (nickName gt "a")')).toEqual([none.id]);
    expect(await here("nickName eq null")).toEqual([none.id]);
    expect(await here("nickName ne null")).toEqual([some.id]);
    expect(await here("not (nickName pr)")).toEqual([none.id]);
  });

  it("on several values holds where any does; in brackets, where one element satisfies it whole", async () => {
    const emails = [
      { value: "w@any.test", type: "work" },
      { value: "h@any.test", type: "home" },
    ];
    const user = await stage.createUser({ userName: "any@any.test", emails });
    expect(await find('emails.type eq "work" and emails.value eq "h@any.test"')).toEqual([user.id]);
    expect(await find('emails[type eq "work" and value eq "h@any.test"]')).toEqual([]);
    expect(await find('emails[type eq "work"].value eq "W@any.test"')).toEqual([user.id]);
  });

  it("never matches everything when a value could be read as something else", async () => {
    for (const value of ["' OR '1'='1", "%", "_", "\\", "$1", "*", ".*"]) {
      expect(await find(`userName eq ${JSON.stringify(value)}`)).toEqual([]);
      expect(await find(`nickName sw ${JSON.stringify(value)}`)).toEqual([]);
    }
  });
});

async function foundAnywhere(text: string): Promise<readonly string[]> {
  const listed = await stage.directory.listAll(stage.call("GET", "/"), {
    filter: parse(text, ALL_NAMES),
    page: { kind: "index", startIndex: 1, count: 10 },
    members: ["value"],
  });
  return expectOk(listed).resources.map((record) =>
    record.type === "User" ? record.user.id : record.group.id,
  );
}

describe("a filter over groups", () => {
  it("finds by name, members and dates, and leaves teams made by hand out", async () => {
    const ann = await stage.createUser("ann@groups.test");
    const bob = await stage.createUser("bob@groups.test");
    const make = async (displayName: string, members: string[]) =>
      expectOk(await stage.directory.createGroup(stage.call("POST", "/Groups"), { displayName, members }, []))
        .id;
    const data = await make("Data", [ann.id, bob.id]);
    const ops = await make("Ops", [bob.id]);
    const none = await make("None", []);
    await stage.db.pool.query(
      `INSERT INTO "Team" ("tenantId", id, "displayName", "displayNameKey", name, source) VALUES ($1, gen_random_uuid(), 'Hand', 'hand', 'hand', 'manual')`,
      [stage.tenantId],
    );
    const found = async (text: string) => {
      const page = { kind: "index", startIndex: 1, count: 100 } as const;
      const query = { filter: parse(text, GROUP.names), page, members: [] };
      const listed = expectOk(await stage.directory.listGroups(stage.call("GET", "/Groups"), query));
      return listed.resources.map((group) => group.id);
    };
    expect(await found('displayName eq "DATA"')).toEqual([data]);
    expect(await found("displayName pr")).toEqual([data, ops, none]);
    expect(await found(`members eq "${ann.id}"`)).toEqual([data]);
    expect(await found(`members.value eq "${bob.id}"`)).toEqual([data, ops]);
    expect(await found(`members[value eq "${bob.id}" and display sw "BOB"]`)).toEqual([data, ops]);
    expect(await found("not (members pr)")).toEqual([none]);
    expect(await found('members.display ew "@groups.test" and displayName sw "o"')).toEqual([ops]);
    expect(await found('meta.lastModified gt "2020-01-01T00:00:00Z" and displayName ne "ops"')).toEqual([
      data,
      none,
    ]);
    expect(await foundAnywhere(`displayName eq "data" or groups.value eq "${ops}"`)).toEqual([bob.id, data]);
  });

  it("at the root means the attribute of one type where its schema's URN says so", async () => {
    const person = await stage.createUser({ userName: "sales@groups.test", displayName: "Sales" });
    const draft = { displayName: "Sales", members: [] };
    const team = expectOk(await stage.directory.createGroup(stage.call("POST", "/Groups"), draft, []));
    expect(await foundAnywhere('displayName eq "sales"')).toEqual([person.id, team.id]);
    expect(await foundAnywhere(`${CORE_GROUP}:displayName eq "sales"`)).toEqual([team.id]);
    expect(await foundAnywhere(`${CORE_USER}:displayName eq "sales"`)).toEqual([person.id]);
  });
});
