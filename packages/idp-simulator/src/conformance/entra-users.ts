import assert from "node:assert/strict";
import { type Flavour, managerOperation } from "../entra/operations.ts";
import { listAt, textAt } from "../wire/json.ts";
import { percentEncoded, quoted } from "../wire/query.ts";
import { ENTERPRISE, USER } from "../wire/urn.ts";
import type { Endpoint } from "./endpoint.ts";
import { holds, idIn, isChanged, isError, isList, isStatus, lacks } from "./expect.ts";
import type { Define } from "./suite.ts";

/** The validator's checks on users. In the legacy flavour operations are capitalised and booleans are text. */
export function entraUserChecks(check: Define, flavour: Flavour): void {
  const legacy = flavour === "legacy";
  const op = (name: string) => (legacy ? `${name[0]?.toUpperCase()}${name.slice(1)}` : name);
  const byName = (name: string) => `/Users?filter=${percentEncoded(`userName eq ${quoted(name)}`)}`;
  const body = { userName: "", id: "", all: {} };
  const user = () => `/Users/${body.id}`;

  check("create a user with every core attribute, and read it back", async (scim) => {
    const all = completeUser(scim);
    Object.assign(body, { userName: all.userName, all });
    const created = await scim.send("POST", "/Users", all);
    isStatus(created, 201);
    body.id = idIn(created);
    const reply = await scim.get(user());
    for (const [name, value] of Object.entries(all)) {
      if (!["schemas", "addresses", "phoneNumbers", "emails", "roles", "meta"].includes(name))
        holds(reply, value, name);
    }
    assert.equal(listAt(reply.json, "addresses").length, 1);
    assert.equal(listAt(reply.json, "phoneNumbers").length, 3);
  });

  check("a duplicate user is a 409", async (scim) => {
    isError(await scim.send("POST", "/Users", body.all), 409, "uniqueness");
  });

  check("filter an existing user", async (scim) => {
    const [found] = isList(await scim.get(byName(body.userName)), 1);
    assert.equal(textAt(found, "id"), body.id);
  });

  check("filter a user that does not exist", async (scim) => {
    isList(await scim.get(byName(scim.unique())), 0);
  });

  check("filter an existing user in a different case", async (scim) => {
    isList(await scim.get(byName(body.userName.toUpperCase())), 1);
  });

  check("PATCH replaces attributes, one operation each", async (scim) => {
    const operations = [
      { op: op("replace"), path: "title", value: "Lead" },
      { op: op("replace"), path: "name.givenName", value: "Nova" },
      { op: op("replace"), path: 'emails[type eq "work"].value', value: `new.${body.userName}` },
      { op: op("replace"), path: 'addresses[type eq "work"].locality', value: "Lund" },
    ];
    isChanged(await scim.patch(user(), ...operations));
    const reply = await scim.get(user());
    holds(reply, "Lead", "title");
    holds(reply, "Nova", "name", "givenName");
    holds(reply, "Ax", "name", "familyName");
    holds(reply, `new.${body.userName}`, "emails", 0, "value");
    holds(reply, "Lund", "addresses", 0, "locality");
  });

  check("PATCH adds attributes, the element of a value path included", async (scim) => {
    const operations = [
      { op: op("add"), path: "nickName", value: "Nov" },
      { op: op("add"), path: 'phoneNumbers[type eq "other"].value', value: "+46-1" },
      { op: op("add"), path: `${ENTERPRISE}:department`, value: "R&D" },
    ];
    isChanged(await scim.patch(user(), ...operations));
    const reply = await scim.get(user());
    holds(reply, "Nov", "nickName");
    holds(reply, "R&D", ENTERPRISE, "department");
    assert.equal(listAt(reply.json, "phoneNumbers").length, 4);
  });

  check("PATCH without a path takes dotted and URN-qualified keys", async (scim) => {
    const value = {
      "name.familyName": "Dot",
      displayName: "Nova Dot",
      [`${ENTERPRISE}:employeeNumber`]: "7",
    };
    isChanged(await scim.patch(user(), { op: op("replace"), value }));
    const reply = await scim.get(user());
    holds(reply, "Dot", "name", "familyName");
    holds(reply, "7", ENTERPRISE, "employeeNumber");
  });

  check("update userName", async (scim) => {
    body.userName = `renamed.${body.userName}`;
    isChanged(await scim.patch(user(), { op: op("replace"), path: "userName", value: body.userName }));
    isList(await scim.get(byName(body.userName)), 1);
  });

  check("disable a user: still returned, active false", async (scim) => {
    isChanged(
      await scim.patch(user(), { op: op("replace"), path: "active", value: legacy ? "False" : false }),
    );
    holds(await scim.get(user()), false, "active");
    isList(await scim.get(byName(body.userName)), 1);
    isChanged(await scim.patch(user(), { op: op("replace"), path: "active", value: legacy ? "True" : true }));
    holds(await scim.get(user()), true, "active");
  });

  check("add, replace and remove a manager", async (scim) => {
    const [first, second] = [await scim.makeUser(), await scim.makeUser()];
    for (const managerId of [first, second]) {
      isChanged(await scim.patch(user(), managerOperation(flavour, managerId)));
      holds(await scim.get(user()), managerId, ENTERPRISE, "manager", "value");
    }
    isChanged(await scim.patch(user(), managerOperation(flavour, undefined)));
    lacks(await scim.get(user()), ENTERPRISE, "manager");
  });

  check("several operations on different attributes", async (scim) => {
    const operations = [
      { op: op("replace"), path: "title", value: "A" },
      { op: op("add"), path: "nickName", value: "B" },
      { op: op("remove"), path: "displayName" },
    ];
    isChanged(await scim.patch(user(), ...operations));
    const reply = await scim.get(user());
    holds(reply, "A", "title");
    holds(reply, "B", "nickName");
    lacks(reply, "displayName");
  });

  check("several operations on the same attribute: the last one holds", async (scim) => {
    const set = (value: string) => ({ op: op("replace"), path: "title", value });
    isChanged(await scim.patch(user(), set("first"), set("second")));
    holds(await scim.get(user()), "second", "title");
  });

  check("delete a user: 204, then 404", async (scim) => {
    isStatus(await scim.send("DELETE", user()), 204);
    isError(await scim.get(user()), 404);
  });

  check("delete the same user twice: 404", async (scim) => {
    isError(await scim.send("DELETE", user()), 404);
  });

  check("delete a user that never was: 404", async (scim) => {
    isError(await scim.send("DELETE", "/Users/019a0000-0000-7000-8000-000000000000"), 404);
  });
}

function completeUser(scim: Endpoint) {
  const name = {
    formatted: "Prof Ann B Ax",
    familyName: "Ax",
    givenName: "Ann",
    middleName: "B",
    honorificPrefix: "Prof",
  };
  const { userName } = scim.userBody();
  const phone = (type: string) => ({ type, value: `+46-${type.length}` });
  return {
    schemas: [USER, ENTERPRISE],
    userName,
    active: true,
    displayName: "Ann Ax",
    title: "Analyst",
    emails: [{ type: "work", value: userName, primary: true }],
    preferredLanguage: "sv-SE",
    name,
    addresses: [
      {
        type: "work",
        formatted: "1 Road",
        streetAddress: "1 Road",
        locality: "Malmö",
        postalCode: "1",
        country: "SE",
      },
    ],
    phoneNumbers: ["work", "mobile", "fax"].map(phone),
    externalId: scim.unique("ext"),
    userType: "employee",
    profileUrl: "https://example.test/ann",
    locale: "sv-SE",
    timezone: "Europe/Stockholm",
    roles: [],
    meta: { resourceType: "User" },
    [ENTERPRISE]: { department: "Finance", division: "North", costCenter: "12", organization: "Acme" },
  };
}
