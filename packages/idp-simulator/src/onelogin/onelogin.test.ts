import { afterEach, expect, test } from "vitest";
import {
  type Answer,
  emptyDirectory,
  type Recorded,
  type RecordingServer,
  startRecordingServer,
} from "../testing/recording-server.ts";
import { createOneLogin, type OneLogin } from "./onelogin.ts";
import type { OneLoginOptions } from "./options.ts";

const ANN = { id: "1", userName: "ann@x.io", email: "ann@x.io", givenName: "Ann", familyName: "Ax" };

let server: RecordingServer;
let onelogin: OneLogin;

async function start(
  options: OneLoginOptions = {},
  answer: (request: Recorded) => Answer = emptyDirectory(),
) {
  server = await startRecordingServer(answer);
  onelogin = createOneLogin({ baseUrl: server.baseUrl, token: "t0k", options });
}

afterEach(async () => {
  onelogin.close();
  await server.close();
});

test("Enable looks for a user that cannot exist, blanks as + and a & at the end", async () => {
  await start();
  const result = await onelogin.enable();
  expect(result).toMatchObject({ ok: true, status: 200 });
  expect(server.lines()).toEqual([
    expect.stringMatching(/^GET \/Users\?filter=userName\+eq\+%22never-existing-[-0-9a-f]+%22&$/),
  ]);
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: "Bearer t0k",
    "content-type": "application/json",
  });
});

test("Enable turns red with status and detail in one line on a 401", async () => {
  await start({}, () => ({ status: 401, body: { detail: "The token\nis unknown." } }));
  expect(await onelogin.enable()).toEqual({ ok: false, status: 401, message: "401 The token is unknown." });
});

test("assigning someone with a role: look-up, create, read, groups, create, add", async () => {
  await start();
  const task = await onelogin.assign(ANN, ["truefoundry-admins"]);
  expect(task.row).toBe("Ann Ax: create done");
  expect(server.lines()).toEqual([
    "GET /Users?filter=userName+eq+%22ann%40x.io%22&",
    "POST /Users",
    "GET /Users/u1",
    "GET /Groups?count=100&startIndex=1",
    "POST /Groups",
    "PATCH /Groups/u2",
  ]);
  expect(server.requests[4]?.body).toBe(
    '{"displayName":"truefoundry-admins","schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"]}',
  );
  expect(server.requests[5]?.body).toBe(
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"value":[{"value":"u1"}],"op":"add","path":"members"}]}',
  );
});

test("the enterprise template has URNs without ietf:params and emails as one object", async () => {
  await start();
  await onelogin.assign(ANN);
  const body = JSON.parse(server.requests[1]?.body ?? "");
  expect(body.schemas).toEqual(["urn:scim:schemas:core:2.0", "urn:scim:schemas:extension:enterprise:2.0"]);
  expect(body.emails).toEqual({ value: "ann@x.io", type: "work", primary: true });
});

test("an update is a PUT with a bare question mark, never a PATCH", async () => {
  await start();
  await onelogin.assign(ANN);
  await onelogin.update({ ...ANN, familyName: "Bx" });
  expect(server.lines().slice(3)).toEqual([
    "GET /Users?filter=userName+eq+%22ann%40x.io%22&",
    "PUT /Users/u1?",
  ]);
});

test("losing a role removes the member by value, without a filter in the path", async () => {
  await start();
  await onelogin.assign(ANN, ["a", "b"]);
  await onelogin.setRoles(ANN, ["b"]);
  expect(server.requests.at(-1)?.body).toBe(
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"value":[{"value":"u1"}],"op":"remove","path":"members"}]}',
  );
});

test("suspending leaves the groups, then sends active false; the hostile template sends it as text", async () => {
  await start({ template: "hostile" });
  await onelogin.assign(ANN, ["a"]);
  await onelogin.suspend(ANN);
  expect(server.lines().slice(-3)).toEqual([
    "PATCH /Groups/u2",
    "GET /Users?filter=userName+eq+%22ann%40x.io%22&",
    "PUT /Users/u1?",
  ]);
  expect(JSON.parse(server.requests.at(-1)?.body ?? "")).toMatchObject({ active: "false", id: null });
});

test("unassigning deletes; with Suspend chosen it sends active false instead", async () => {
  await start();
  await onelogin.assign(ANN);
  await onelogin.unassign(ANN);
  expect(server.lines().at(-1)).toBe("DELETE /Users/u1");
  onelogin.close();
  await server.close();
  await start({ whenDeleted: "suspend" });
  await onelogin.assign(ANN);
  await onelogin.unassign(ANN);
  expect(JSON.parse(server.requests.at(-1)?.body ?? "")).toMatchObject({ active: false });
});

test("deleting a role sends nothing", async () => {
  await start();
  await onelogin.assign(ANN, ["a"]);
  const before = server.requests.length;
  onelogin.deleteRole("a");
  await onelogin.setRoles(ANN, []);
  expect(
    server
      .lines()
      .slice(before)
      .filter((line) => line.includes("/Groups")),
  ).toEqual([]);
});

test("a task that needs approval sends nothing until it is approved", async () => {
  await start({ approvals: { create: true } });
  const task = await onelogin.assign(ANN);
  expect(task.state).toBe("pending");
  expect(server.requests).toEqual([]);
  expect((await onelogin.approve(task)).state).toBe("done");
});

test("a refused create is one line on the task's row, and a retry starts from the look-up", async () => {
  await start({}, ({ line }) =>
    line.startsWith("POST")
      ? { status: 400, body: { scimType: "invalidValue", detail: "No e-mail." } }
      : { status: 200, body: { totalResults: 0 } },
  );
  const task = await onelogin.assign({ ...ANN, email: undefined });
  expect(task).toMatchObject({ state: "failed", row: "Ann Ax: create failed: 400 invalidValue No e-mail." });
  await onelogin.retry(task);
  expect(server.lines()[2]).toBe(server.lines()[0]);
});

test("role names travel as a groups value when the parameter is included", async () => {
  await start({ groups: "attribute" });
  await onelogin.assign(ANN, ["a", "b"]);
  expect(JSON.parse(server.requests[1]?.body ?? "").groups).toEqual(["a", "b"]);
  expect(server.lines().some((line) => line.includes("/Groups"))).toBe(false);
  await onelogin.setRoles(ANN, []);
  expect(JSON.parse(server.requests.at(-1)?.body ?? "").groups).toEqual([]);
});

test("an impatient app repeats a failed request at once", async () => {
  await start({ impatience: 2 }, () => ({ status: 503, body: { detail: "Busy." } }));
  await onelogin.enable();
  expect(server.lines()).toHaveLength(3);
});
