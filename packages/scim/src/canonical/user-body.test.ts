import { describe, expect, it } from "vitest";
import { Deviations } from "../dialects/dialect.ts";
import { attempt } from "../errors/refused.ts";
import type { JsonObject } from "../json.ts";
import { CORE_USER, ENTERPRISE_USER } from "../schema/urns.ts";
import { readUserBody } from "./user-body.ts";

function read(body: JsonObject) {
  const deviations = new Deviations();
  const result = attempt(() => readUserBody({ schemas: [CORE_USER], ...body }, deviations));
  return { result, dialects: deviations.list.map(({ dialect, what }) => [dialect, what]) };
}

function resourceOf(body: JsonObject) {
  const { result } = read({ userName: "ann", ...body });
  return result.ok ? result.value.resource : result.error.detail;
}

function detailOf(body: JsonObject): string {
  const { result } = read({ userName: "ann", ...body });
  return result.ok ? "accepted" : `${result.error.status} ${result.error.scimType}: ${result.error.detail}`;
}

describe("every attribute of a user", () => {
  it("round-trips in the schema's spelling, whatever the case of the body", () => {
    const body = {
      USERNAME: "ann",
      externalid: "e1",
      name: {
        FamilyName: "Ax",
        givenName: "Ann",
        middleName: "M",
        honorificPrefix: "Dr.",
        honorificSuffix: "III",
        formatted: "Dr. Ann Ax",
      },
      displayName: "Ann",
      nickName: "A",
      profileUrl: "https://x.io/ann",
      title: "Boss",
      userType: "Employee",
      preferredLanguage: "en",
      locale: "en-US",
      timezone: "Europe/Berlin",
      active: true,
      emails: [{ value: "a@x.io", type: "work", primary: true, display: "Work" }],
      phoneNumbers: [{ value: "tel:+1", type: "mobile" }],
      ims: [{ value: "ann", type: "xmpp" }],
      photos: [{ value: "https://x.io/a.png", type: "photo" }],
      addresses: [
        {
          streetAddress: "1 Road",
          locality: "Town",
          region: "R",
          postalCode: "1",
          country: "DE",
          formatted: "…",
          type: "home",
        },
      ],
      entitlements: [{ value: "e" }],
      roles: [{ value: "r", primary: false }],
      x509Certificates: [{ value: "MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UEBhMCVVMx" }],
      [ENTERPRISE_USER]: {
        employeeNumber: "7",
        costCenter: "c",
        organization: "o",
        division: "d",
        department: "R&D",
        manager: { value: "m", $ref: "../Users/m", displayName: "ignored: readOnly" },
      },
    };
    const { USERNAME, externalid, name, [ENTERPRISE_USER]: enterprise, ...rest } = body;
    const { FamilyName, ...names } = name;
    const { result } = read({ ...body, schemas: [CORE_USER, ENTERPRISE_USER] });
    expect(result.ok && result.value.resource).toEqual({
      userName: USERNAME,
      externalId: externalid,
      name: { familyName: FamilyName, ...names },
      ...rest,
      [ENTERPRISE_USER]: { ...enterprise, manager: { value: "m", $ref: "../Users/m" } },
    });
  });
});

describe("what is not kept", () => {
  it("readOnly attributes and the password", () => {
    expect(resourceOf({ id: "x", meta: { version: "9" }, password: "secret" })).toEqual({ userName: "ann" });
  });

  it("null, empty text, empty arrays and objects that hold nothing", () => {
    expect(
      resourceOf({
        title: null,
        nickName: "",
        name: { givenName: null },
        roles: [],
        emails: [{ type: "work" }],
      }),
    ).toEqual({
      userName: "ann",
    });
  });

  it("unknown attributes, by name", () => {
    const { dialects } = read({ userName: "ann", shoeSize: 43, name: { nick: "x" } });
    expect(dialects).toEqual([
      ["unknown_attribute", "shoeSize"],
      ["unknown_attribute", "name.nick"],
    ]);
  });
});

describe("multi-valued attributes", () => {
  it("have the same value and type once", () => {
    const twice = [{ value: "a", type: "work" }, { value: "a", type: "Work", primary: true }, { value: "a" }];
    expect(resourceOf({ emails: twice })).toMatchObject({
      emails: [{ value: "a", type: "Work", primary: true }, { value: "a" }],
    });
  });

  it("have one primary value at most", () => {
    const two = [
      { value: "a", primary: true },
      { value: "b", primary: true },
    ];
    expect(detailOf({ emails: two })).toContain('"emails" has more than one primary value');
  });
});

describe("refusals name the place", () => {
  it.each([
    [{ active: "perhaps" }, '"active" must be true or false'],
    [{ title: 7 }, '"title" must be text'],
    [{ name: "Ann" }, '"name" must be an object'],
    [{ emails: [{ value: 7 }] }, '"emails[0].value" must be text'],
    [{ userName: "x".repeat(100_000) }, '"userName" has 100000 characters; at most 512'],
    [{ x509Certificates: [{ value: "not base64!" }] }, '"x509Certificates[0].value" must be base64'],
    [{ userName: " " }, '"userName" is required'],
    [{ DISPLAYNAME: "a", displayName: "b" }, '"displayName" stands twice'],
    [{ groups: [7] }, 'An entry of "groups"'],
    [{ schemas: [7] }, '"schemas" must be a list'],
  ])("%j", (body, detail) => {
    expect(detailOf(body)).toContain(detail);
    expect(detailOf(body)).toMatch(/^400 invalid(Value|Syntax)/);
  });
});

describe("groups on a user", () => {
  it("are told apart: absent, none, names and ids", () => {
    const groups = (value: JsonObject[string]) => {
      const { result } = read({ userName: "ann", groups: value });
      return result.ok ? result.value.groups : result.error;
    };
    expect(read({ userName: "ann" }).result).toMatchObject({ value: { resource: { userName: "ann" } } });
    expect(groups([])).toEqual([]);
    expect(groups(null)).toEqual([]);
    expect(groups("a; b;")).toEqual([{ value: "a" }, { value: "b" }]);
    expect(groups(["a", { value: "1", display: "b", $ref: "x" }, { display: "c" }, ""])).toEqual([
      { value: "a" },
      { value: "1", display: "b" },
      { display: "c" },
    ]);
  });
});

describe("schemas", () => {
  it("are found whatever the case of their name (RFC 7643 §2.1)", () => {
    const deviations = new Deviations();
    readUserBody({ SCHEMAS: [CORE_USER], userName: "ann" }, deviations);
    expect(deviations.list).toEqual([]);
  });

  it("from before the RFC are the RFC's (OneLogin)", () => {
    const { dialects } = read({ schemas: ["urn:scim:schemas:core:1.0"], userName: "ann" });
    expect(dialects).toEqual([["legacy-urns", "urn:scim:schemas:core:1.0"]]);
  });

  it("that nobody knows are noted", () => {
    const { dialects } = read({ schemas: [CORE_USER, "urn:x"], userName: "ann" });
    expect(dialects).toEqual([["unknown_schema", "urn:x"]]);
  });
});
