import { parseFilter, USER } from "@rollcall/scim";
import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.ts";
import { operationOf, resourceIdIn } from "./operation.ts";
import { bodySubject, filterSubject, userSubject } from "./subject.ts";

describe("what a request was for", () => {
  it.each([
    ["GET", "/Users?filter=x", "user.list"],
    ["GET", "//users/7f/", "user.read"],
    ["HEAD", "/Users/7f", "user.read"],
    ["POST", "/Users", "user.create"],
    ["PUT", "/Users/7f?", "user.replace"],
    ["PATCH", "/Groups/7f", "group.update"],
    ["DELETE", "/Groups/7f", "group.delete"],
    ["POST", "/Users/.search", "search"],
    ["GET", "/?filter=x", "search"],
    ["POST", "/Bulk", "bulk"],
    ["GET", "/Schemas/urn:x", "discovery"],
    ["GET", "/Me", "me"],
    ["POST", "/v2/Users", "unknown"],
  ])("%s %s is %s", (method, path, operation) => expect(operationOf(method, path)).toBe(operation));

  it("the id in a path is a resource's, not a keyword", () => {
    expect(resourceIdIn("/Users/7f?x=/Groups/8")).toBe("7f");
    expect(resourceIdIn("/Users/.search")).toBeUndefined();
    expect(resourceIdIn("/Bulk/7f")).toBeUndefined();
  });
});

describe("whom a request was about", () => {
  it("is found in a body that nobody understood", () => {
    expect(bodySubject({ USERNAME: "ann", Emails: { Value: 1, value: "a@x.test" }, externalId: 7 })).toEqual({
      subject: "ann",
      subjectKeys: ["ann", "a@x.test"],
    });
    expect(bodySubject({ displayName: "Data", members: [] })).toEqual({
      subject: "Data",
      subjectKeys: ["Data"],
    });
    for (const odd of [null, 7, "x", [], { userName: [] }]) expect(bodySubject(odd).subjectKeys).toEqual([]);
  });

  it("is found in the values of a filter, in brackets too", () => {
    const parsed = parseFilter(
      'userName eq "a" and emails[value eq "b" and type sw "w"] or not (title eq "c")',
      USER.names,
    );
    expect(parsed.ok && filterSubject(parsed.value).subjectKeys).toEqual(["a", "b"]);
  });

  it("reads as a person would: display name, else full name, else userName", () => {
    expect(userSubject({ userName: "u", name: { givenName: "A", familyName: "B" } }).subject).toBe("A B");
    expect(userSubject({ userName: "u", displayName: "D", name: { formatted: "F" } }).subject).toBe("D");
    expect(userSubject({ userName: "u", name: { middleName: "M" } }).subject).toBe("u");
  });
});

describe("what changed", () => {
  it("is told one level deep, with null for unassigned", () => {
    const urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    const before = { title: "a", name: { givenName: "x", familyName: "y" }, [urn]: { department: "d" } };
    const after = {
      active: true,
      name: { familyName: "y" },
      [urn]: { department: "e" },
      emails: [{ value: "z" }],
    };
    expect(changesBetween(before, after)).toEqual([
      { attribute: "title", before: "a", after: null },
      { attribute: "name.givenName", before: "x", after: null },
      { attribute: `${urn}:department`, before: "d", after: "e" },
      { attribute: "active", before: null, after: true },
      { attribute: "emails", before: null, after: [{ value: "z" }] },
    ]);
    expect(changesBetween(before, { ...before })).toEqual([]);
  });
});
