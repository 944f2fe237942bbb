import { expect, test } from "vitest";
import { checkableIn } from "./from-event.ts";

const request = { userName: "ada" };

test.each([
  ["POST", "/Users", { resource: "User", method: "POST", id: "" }],
  ["POST", "/Groups/?attributes=id", { resource: "Group", method: "POST", id: "" }],
  ["PUT", "/Users/a%2Fb", { resource: "User", method: "PUT", id: "a/b" }],
  ["PATCH", "//Groups/7?x=1", { resource: "Group", method: "PATCH", id: "7" }],
])("%s %s can be checked again", (method, path, expected) => {
  expect(checkableIn({ method, path, request })).toEqual({
    ...expected,
    payload: JSON.stringify(request, null, 2),
  });
});

test.each([
  ["GET", "/Users"],
  ["DELETE", "/Users/7"],
  ["POST", "/Bulk"],
  ["POST", "/Users/.search"],
  ["POST", "/Users/7"],
  ["PUT", "/Users"],
  ["PUT", "/v2/Users/7"],
])("%s %s is no write of a person or a team", (method, path) => {
  expect(checkableIn({ method, path, request })).toBeNull();
});

test("a request of which no body was kept has nothing to check", () => {
  expect(checkableIn({ method: "POST", path: "/Users", request: null })).toBeNull();
});
