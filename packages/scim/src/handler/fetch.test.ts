import { describe, expect, it } from "vitest";
import { MemoryDirectory, TOKEN } from "../../test/memory-directory.ts";
import { MAX_BODY_BYTES } from "../http/request.ts";
import { CORE_GROUP, CORE_USER } from "../schema/urns.ts";
import { toFetch } from "./fetch.ts";
import { createScimHandler } from "./handler.ts";

const BASE = "https://rollcall.test/scim/acme/v2";

function fetcher(directory = new MemoryDirectory()) {
  const handler = createScimHandler({ directory, newId: () => "r", now: () => new Date(0) });
  const answer = toFetch(handler, ({ url }) => ({
    tenant: "acme",
    baseUrl: BASE,
    path: url.slice(BASE.length),
  }));
  return (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
    return answer(new Request(`${BASE}${path}`, { ...init, headers }));
  };
}

describe("the handler as a Fetch function", () => {
  it("carries body, status and headers both ways", async () => {
    const fetch = fetcher();
    const body = JSON.stringify({ schemas: [CORE_USER], userName: "ännchen" });
    const created = await fetch("/Users", { method: "POST", body });
    expect([created.status, created.headers.get("location")]).toEqual([201, `${BASE}/Users/u1`]);
    expect(created.headers.get("content-type")).toBe("application/json");
    const deleted = await fetch("/Users/u1", { method: "DELETE" });
    expect([deleted.status, await deleted.text()]).toEqual([204, ""]);
  });

  it("streams members that come in pieces", async () => {
    const directory = new MemoryDirectory();
    directory.groups.streamMembers = true;
    const fetch = fetcher(directory);
    await fetch("/Users", { method: "POST", body: JSON.stringify({ schemas: [CORE_USER], userName: "a" }) });
    const group = { schemas: [CORE_GROUP], displayName: "Team", members: [{ value: "u1" }] };
    const reply = await fetch("/Groups", { method: "POST", body: JSON.stringify(group) });
    expect(await reply.json()).toMatchObject({ members: [{ value: "u1" }] });
  });

  it("stops reading a body that is too large, and refuses one that is not UTF-8", async () => {
    const fetch = fetcher();
    const large = await fetch("/Users", { method: "POST", body: "x".repeat(MAX_BODY_BYTES + 1) });
    expect(large.status).toBe(413);
    const broken = await fetch("/Users", { method: "POST", body: new Uint8Array([0x7b, 0xff, 0x7d]) });
    expect(await broken.json()).toMatchObject({ status: "400", detail: "The body is not UTF-8." });
  });
});
