import { describe, expect, it } from "vitest";
import { Deviations } from "../dialects/dialect.ts";
import { attempt } from "../errors/refused.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { ENTERPRISE_USER, PATCH_OP } from "../schema/urns.ts";
import { applyUserSteps } from "./apply.ts";
import { readPatchOp } from "./operations.ts";
import { compileUserSteps } from "./user-steps.ts";

const ann: JsonObject = {
  userName: "ann@x.io",
  active: true,
  name: { givenName: "Ann", familyName: "Ax" },
  emails: [
    { value: "ann@x.io", type: "work", primary: true },
    { value: "ann@home.io", type: "home" },
  ],
};

function patched(operations: JsonValue, { strict = false, user = ann } = {}) {
  const deviations = new Deviations();
  const compiled = attempt(() => {
    return compileUserSteps(
      readPatchOp({ schemas: [PATCH_OP], Operations: operations }, deviations),
      deviations,
    );
  });
  if (!compiled.ok) return { result: compiled, dialects: [] };
  const result = applyUserSteps(user, compiled.value.steps, strict, deviations);
  return { result, dialects: deviations.list.map(({ dialect }) => dialect) };
}

function after(operations: JsonValue): JsonObject {
  const { result } = patched(operations);
  if (!result.ok || "steps" in result.value) throw new Error("refused");
  return result.value;
}

function refusalOf(operations: JsonValue, strict = false): string {
  const { result } = patched(operations, { strict });
  return result.ok ? "accepted" : `${result.error.status} ${result.error.scimType}`;
}

describe("add", () => {
  it("sets a simple attribute, at a path or without one", () => {
    expect(after([{ op: "add", path: "title", value: "Boss" }]).title).toBe("Boss");
    expect(after([{ op: "add", value: { nickname: "A" } }]).nickName).toBe("A");
  });

  it("appends to a multi-valued attribute what is not there yet", () => {
    const emails = [{ value: "ann@x.io", type: "work" }, { value: "c@x.io" }];
    expect(after([{ op: "add", path: "emails", value: emails }]).emails).toEqual([
      ...(Array.isArray(ann.emails) ? ann.emails : []),
      { value: "c@x.io" },
    ]);
  });

  it("of a primary value makes the one before it not primary", () => {
    const { emails } = after([{ op: "add", path: "emails", value: [{ value: "c@x.io", primary: true }] }]);
    expect(emails).toMatchObject([{ primary: false }, {}, { primary: true }]);
  });

  it("of what is there already changes nothing, and gives back the very same user", () => {
    const { result } = patched([
      { op: "add", path: "emails", value: [{ value: "ann@home.io", type: "home" }] },
    ]);
    expect(result.ok && result.value).toBe(ann);
  });
});

describe("replace", () => {
  it("of a complex attribute keeps the sub-attributes that are not named", () => {
    expect(after([{ op: "replace", path: "name", value: { givenName: "Anna" } }]).name).toEqual({
      givenName: "Anna",
      familyName: "Ax",
    });
  });

  it("with null unassigns", () => {
    expect(after([{ op: "replace", path: "name", value: { givenName: null } }]).name).toEqual({
      familyName: "Ax",
    });
    expect(after([{ op: "replace", value: { name: null } }]).name).toBeUndefined();
  });

  it("of a multi-valued attribute replaces all its values", () => {
    expect(after([{ op: "replace", path: "emails", value: [{ value: "z@x.io" }] }]).emails).toEqual([
      { value: "z@x.io" },
    ]);
  });

  it("at a value path replaces the values it selects", () => {
    const value = { value: "new@x.io", display: "New" };
    expect(after([{ op: "replace", path: 'emails[type eq "work"]', value }]).emails).toMatchObject([
      { value: "new@x.io", type: "work", display: "New" },
      { value: "ann@home.io" },
    ]);
  });

  it("of a sub-attribute at a value path touches nothing else (Entra ID)", () => {
    expect(after([{ op: "Replace", path: 'emails[type eq "work"].value', value: "n@x.io" }]).emails).toEqual([
      { value: "n@x.io", type: "work", primary: true },
      { value: "ann@home.io", type: "home" },
    ]);
  });

  it("of primary flips the others", () => {
    const { emails } = after([{ op: "replace", path: 'emails[type eq "home"].primary', value: true }]);
    expect(emails).toMatchObject([{ primary: false }, { primary: true }]);
  });

  it("at a value path that selects nothing makes the value, in lenient mode (Entra ID)", () => {
    const operations = [{ op: "replace", path: 'phoneNumbers[type eq "mobile"].value', value: "+1" }];
    expect(after(operations).phoneNumbers).toEqual([{ type: "mobile", value: "+1" }]);
    expect(patched(operations).dialects).toEqual(["create-on-replace"]);
    expect(refusalOf(operations, true)).toBe("400 noTarget");
  });

  it("at a filter that is no plain equality is 400 noTarget when it selects nothing", () => {
    expect(refusalOf([{ op: "replace", path: 'emails[value ew "@y.io"].value', value: "a" }])).toBe(
      "400 noTarget",
    );
  });

  it("takes extension attributes by URN, dotted keys and path keys without a path (Entra ID)", () => {
    const value = {
      "name.givenName": "N",
      [`${ENTERPRISE_USER}:employeeNumber`]: "7",
      'emails[type eq "work"].value': "n@x.io",
      [ENTERPRISE_USER]: { department: "R&D" },
    };
    expect(after([{ op: "replace", value }])).toMatchObject({
      name: { givenName: "N", familyName: "Ax" },
      emails: [{ value: "n@x.io", type: "work" }, {}],
      [ENTERPRISE_USER]: { employeeNumber: "7", department: "R&D" },
    });
  });

  it("takes the attributes in an array of one when there is no path (SCIM-SDK)", () => {
    const { result, dialects } = patched([{ op: "replace", value: [{ title: "Head" }] }]);
    expect(result).toMatchObject({ ok: true, value: { title: "Head" } });
    expect(dialects).toEqual(["array-for-single"]);
  });

  it("of active takes text (Entra ID), with or without a path (Okta)", () => {
    expect(after([{ op: "Replace", path: "active", value: "False" }]).active).toBe(false);
    expect(after([{ op: "replace", value: { active: false } }]).active).toBe(false);
  });
});

describe("the manager", () => {
  const path = `${ENTERPRISE_USER}:manager`;

  it.each([
    [[{ $ref: "http://…", value: "u9" }], { $ref: "http://…", value: "u9" }],
    ["u9", { value: "u9" }],
    [{ value: "u9", displayName: "Nine" }, { value: "u9" }],
  ])("comes as %j", (value, expected) => {
    expect(after([{ op: "Add", path, value }])[ENTERPRISE_USER]).toEqual({ manager: expected });
  });

  it("leaves nothing behind when removed", () => {
    const user = { ...ann, [ENTERPRISE_USER]: { manager: { value: "u9" } } };
    const { result } = patched([{ op: "Remove", path }], { user });
    expect(result).toEqual({ ok: true, value: ann });
  });
});

describe("remove", () => {
  it("unassigns an attribute, a sub-attribute, selected values", () => {
    expect(after([{ op: "remove", path: "name.familyName" }]).name).toEqual({ givenName: "Ann" });
    expect(after([{ op: "remove", path: "name" }]).name).toBeUndefined();
    expect(
      after([{ op: "remove", path: 'emails[type eq "home" and value ew "home.io"]' }]).emails,
    ).toHaveLength(1);
    expect(after([{ op: "remove", path: "emails" }]).emails).toBeUndefined();
    expect(after([{ op: "remove", path: 'emails[type eq "home"].value' }]).emails).toHaveLength(1);
  });

  it("of named values leaves the others (Entra ID)", () => {
    expect(after([{ op: "Remove", path: "emails", value: [{ value: "ann@home.io" }] }]).emails).toHaveLength(
      1,
    );
    expect(after([{ op: "Remove", path: "emails", value: [] }])).toBe(ann);
  });

  it("of what is not there succeeds and changes nothing", () => {
    expect(
      after([
        { op: "remove", path: "title" },
        { op: "remove", path: 'emails[type eq "other"]' },
      ]),
    ).toBe(ann);
  });
});

describe("refusals", () => {
  it.each([
    [[{ op: "remove" }], "400 noTarget"],
    [[{ op: "remove", path: "userName" }], "400 mutability"],
    [[{ op: "replace", path: "userName", value: null }], "400 mutability"],
    [[{ op: "remove", path: "active" }], "400 mutability"],
    [[{ op: "replace", path: "id", value: "x" }], "400 mutability"],
    [[{ op: "replace", path: "meta.created", value: "x" }], "400 mutability"],
    [[{ op: "add", path: "groups", value: [{ value: "g" }] }], "400 mutability"],
    [[{ op: "replace", path: `${ENTERPRISE_USER}:manager.displayName`, value: "x" }], "400 mutability"],
    [[{ op: "replace", path: "emails[type eq", value: "x" }], "400 invalidFilter"],
    [[{ op: "replace", path: "name[givenName pr]", value: "x" }], "400 invalidPath"],
    [[{ op: "replace", path: "a b", value: "x" }], "400 invalidPath"],
    [[{ op: "replace", path: "name..givenName", value: "x" }], "400 invalidPath"],
    [[{ op: "replace", path: "shoeSize", value: 43 }], "400 invalidPath"],
    [[{ op: "replace", path: "name.shoeSize", value: 43 }], "400 invalidPath"],
    [[{ op: "remove", path: 'emails[type eq "work"].shoeSize' }], "400 invalidPath"],
    [[{ op: "replace", path: "emails[]", value: "x" }], "400 invalidFilter"],
    [[{ op: "replace", path: "active", value: "perhaps" }], "400 invalidValue"],
    [[{ op: "replace", value: "x" }], "400 invalidValue"],
    [[{ op: "replace", value: [{ title: "x" }, { title: "y" }] }], "400 invalidValue"],
    [[{ op: "replace", value: [] }], "400 invalidValue"],
    [[{ op: "add", path: "title" }], "400 invalidValue"],
    [[{ op: "move", path: "title", value: "x" }], "400 invalidSyntax"],
    [["add"], "400 invalidSyntax"],
    [[{ op: "replace", path: "emails.primary", value: true }], "400 invalidValue"],
  ])("%j is %s", (operations, expected) => {
    expect(refusalOf(operations)).toBe(expected);
  });

  it("of the second operation undo the first", () => {
    const { result } = patched([
      { op: "replace", path: "title", value: "Boss" },
      { op: "replace", path: 'ims[value co "x"].value', value: "y" },
    ]);
    expect(result.ok).toBe(false);
    expect(ann.title).toBeUndefined();
  });
});

describe("what is ignored", () => {
  it("no operations (Entra ID), readOnly attributes in a value (Okta), unknown attributes", () => {
    expect(patched([]).dialects).toEqual(["empty-operations"]);
    expect(patched([{ op: "replace", value: { id: "x", active: true } }]).dialects).toEqual([
      "read-only-in-patch",
    ]);
    expect(patched([{ op: "replace", value: { shoeSize: 43 } }]).dialects).toEqual(["unknown_attribute"]);
    const custom = `${ENTERPRISE_USER}:shoeSize`;
    expect(patched([{ op: "replace", path: custom, value: 43 }]).dialects).toEqual(["unknown_attribute"]);
  });

  it("a new password", () => {
    expect(after([{ op: "replace", path: "password", value: "x" }])).toBe(ann);
  });
});

describe("hostile paths", () => {
  it.each(["__proto__.polluted", "constructor.prototype.polluted", "__proto__"])(
    "%s pollutes nothing",
    (path) => {
      expect(patched([{ op: "add", path, value: "x" }]).result.ok).toBe(false);
      patched([{ op: "add", value: { [path]: "x" } }]);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    },
  );
});
