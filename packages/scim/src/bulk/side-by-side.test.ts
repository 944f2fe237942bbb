import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { Client } from "../../test/client.ts";
import { MemoryDirectory } from "../../test/memory-directory.ts";
import { isJsonArray, isJsonObject, type JsonObject } from "../json.ts";
import type { Call, Outcome, UserDraft, UserRecord } from "../ports.ts";
import { BULK_REQUEST, CORE_USER, ENTERPRISE_USER } from "../schema/urns.ts";
import { independentRuns } from "./side-by-side.ts";

const create = (userName: string, more: JsonObject = {}) => ({
  method: "POST",
  path: "/Users",
  bulkId: userName,
  data: { schemas: [CORE_USER], userName, ...more },
});

/** Tells how many creations were under way at once. */
class WatchedDirectory extends MemoryDirectory {
  mostAtOnce = 0;
  private atOnce = 0;

  override async createUser(call: Call, draft: UserDraft): Promise<Outcome<UserRecord>> {
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await turn();
    this.atOnce -= 1;
    return super.createUser(call, draft);
  }
}

async function run(operations: readonly JsonObject[], failOnErrors?: number) {
  const directory = new WatchedDirectory();
  const body = { schemas: [BULK_REQUEST], Operations: operations, ...(failOnErrors && { failOnErrors }) };
  const { Operations } = (await new Client(directory).post("/Bulk", body)).json;
  const results = isJsonArray(Operations) ? Operations.filter(isJsonObject) : [];
  return {
    mostAtOnce: directory.mostAtOnce,
    bulkIds: results.map(({ bulkId }) => bulkId),
    statuses: results.map(({ status }) => status),
  };
}

it("the creations of different people do not touch one another; everything else keeps its place", () => {
  const manager = { [ENTERPRISE_USER]: { manager: { value: "bulkId:ann" } } };
  const patch = { method: "PATCH", path: "/Users/u1", data: {} };
  const operations = [create("ann"), create("ben"), create("BEN"), create("cyd"), patch, create("dan")];
  expect(independentRuns([...operations, create("eve", manager)])).toEqual([[0, 1], [2, 3], [4], [5], [6]]);
});

it("people who share an address, or whose name differs only by case, wait for one another; so do those with groups", () => {
  const emails = [{ value: "Team@acme.test" }];
  const operations = [
    create("ann", { emails }),
    create("ben", { Emails: [{ value: "team@acme.test" }] }),
    create("τελος"),
    create("ΤΕΛΟΣ"),
    create("cyd", { groups: [{ display: "data" }] }),
    create("dan", { groups: [{ display: "Data" }] }),
  ];
  expect(independentRuns(operations)).toEqual([[0], [1, 2], [3], [4], [5]]);
});

it("what does not touch one another is under way at once, and answered in the order of the request", async () => {
  const names = Array.from({ length: 40 }, (_, n) => `p${n}`);
  const done = await run([...names.map((name) => create(name)), { ...create("p7"), bulkId: "again" }]);
  expect(done.mostAtOnce).toBe(8);
  expect(done.bulkIds).toEqual([...names, "again"]);
  expect(done.statuses).toEqual([...names.map(() => "201"), "409"]);
});

it("operations wait for one another where the client counts errors", async () => {
  const done = await run([create("a"), { ...create("A"), bulkId: "again" }, create("b"), create("c")], 1);
  expect(done).toEqual({ mostAtOnce: 1, bulkIds: ["a", "again"], statuses: ["201", "409"] });
});
