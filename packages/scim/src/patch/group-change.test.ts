import { describe, expect, it } from "vitest";
import { Deviations } from "../dialects/dialect.ts";
import { attempt } from "../errors/refused.ts";
import type { JsonValue } from "../json.ts";
import { PATCH_OP } from "../schema/urns.ts";
import { compileGroupChange } from "./group-change.ts";
import { readPatchOp } from "./operations.ts";

function compile(operations: JsonValue) {
  const deviations = new Deviations();
  const result = attempt(() => {
    return compileGroupChange(
      readPatchOp({ schemas: [PATCH_OP], Operations: operations }, deviations),
      deviations,
    );
  });
  return { result, dialects: deviations.list.map(({ dialect }) => dialect) };
}

function changeOf(operations: JsonValue) {
  const { result } = compile(operations);
  return result.ok ? result.value : `${result.error.status} ${result.error.scimType}`;
}

describe("members", () => {
  it("are added by value array, as objects or bare text", () => {
    expect(
      changeOf([
        { op: "add", path: "members", value: [{ value: "u1" }, "u2", { $ref: "https://x/Users/u3" }] },
      ]),
    ).toEqual({
      members: [{ kind: "add", ids: ["u1", "u2", "u3"] }],
    });
  });

  it("are removed by value path, by value array (OneLogin, Entra ID, JumpCloud), and all at once", () => {
    expect(changeOf([{ op: "remove", path: 'members[value eq "u1"]' }])).toEqual({
      members: [{ kind: "remove", ids: ["u1"] }],
    });
    expect(changeOf([{ value: [{ value: "u1" }], op: "remove", path: "members" }])).toEqual({
      members: [{ kind: "remove", ids: ["u1"] }],
    });
    expect(changeOf([{ op: "Remove", path: "members", value: [] }])).toEqual({ members: [] });
    expect(changeOf([{ op: "remove", path: "members" }])).toEqual({
      members: [{ kind: "replace", ids: [] }],
    });
  });

  it("are removed by any filter on a member", () => {
    expect(changeOf([{ op: "remove", path: 'members[display sw "a"]' }])).toMatchObject({
      members: [{ kind: "removeWhere", filter: { kind: "compare", operator: "sw", value: "a" } }],
    });
  });

  it("stay when a replace without path is silent about them (Okta)", () => {
    expect(changeOf([{ op: "replace", value: { id: "g1", displayName: "New" } }])).toEqual({
      displayName: "New",
      members: [],
    });
  });

  it("are replaced when it names them, even with none", () => {
    expect(changeOf([{ op: "replace", value: { members: [], displayName: "New" } }])).toEqual({
      displayName: "New",
      members: [{ kind: "replace", ids: [] }],
    });
  });

  it("of adjacent operations come in one step", () => {
    const operations = [
      { op: "add", path: "members", value: [{ value: "u1" }] },
      { op: "add", path: "members", value: [{ value: "u2" }, { value: "u1" }] },
      { op: "remove", path: 'members[value eq "u3" or value eq "u4"]' },
      { op: "remove", path: "members", value: [{ value: "u5" }] },
    ];
    expect(changeOf(operations)).toEqual({
      members: [
        { kind: "add", ids: ["u1", "u2"] },
        { kind: "remove", ids: ["u3", "u4", "u5"] },
      ],
    });
  });

  it("of a remove-all and an add are a replace", () => {
    const operations = [
      { op: "add", path: "members", value: [{ value: "u1" }] },
      { op: "remove", path: "members" },
      { op: "add", path: "members", value: [{ value: "u2" }] },
    ];
    expect(changeOf(operations)).toEqual({ members: [{ kind: "replace", ids: ["u2"] }] });
  });
});

describe("the group itself", () => {
  it("is renamed, and its externalId unassigned", () => {
    expect(
      changeOf([
        { op: "replace", path: "displayName", value: "New" },
        { op: "remove", path: "externalId" },
      ]),
    ).toEqual({
      displayName: "New",
      externalId: null,
      members: [],
    });
  });

  it.each([
    [[{ op: "remove", path: "displayName" }], "400 mutability"],
    [[{ op: "replace", path: "displayName", value: "" }], "400 mutability"],
    [[{ op: "replace", path: "id", value: "x" }], "400 mutability"],
    [[{ op: "replace", path: 'members[value eq "u1"].value', value: "u2" }], "400 mutability"],
    [[{ op: "replace", path: 'members[value eq "u1"].display', value: "x" }], "400 mutability"],
    [[{ op: "add", path: 'members[value eq "u1"]', value: { value: "u1" } }], "400 invalidPath"],
    [[{ op: "add", path: "members", value: [{ display: "nobody" }] }], "400 invalidValue"],
    [[{ op: "remove" }], "400 noTarget"],
    [[{ op: "add", path: "userName", value: "x" }], "400 invalidPath"],
  ])("%j is %s", (operations, expected) => {
    expect(changeOf(operations)).toBe(expected);
  });
});
