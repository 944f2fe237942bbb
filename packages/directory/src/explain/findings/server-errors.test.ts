import { describe, expect, it } from "vitest";
import { before, setStage } from "../testing.ts";
import { FindingsStage, now } from "./testing.ts";

const world = new FindingsStage();

describe("our own errors", () => {
  it("a failure on our side names its reference and is over with the next answer", async () => {
    await world.connected();
    await world.stage.user({ userName: "ada@acme.com" });
    await world.stage.event({
      at: before(now, 300),
      outcome: "server_error",
      status: 500,
      requestId: "req_x1",
    });
    expect(await world.only()).toMatchObject({
      code: "server.error",
      received: [{ values: { requestId: "req_x1" } }],
    });
    await world.stage.event({ at: before(now, 60), outcome: "applied" });
    expect((await world.only()).resolvedAt).not.toBeNull();
  });

  it("another tenant's trouble is not ours", async () => {
    const other = await setStage(world.db, "another");
    await other.event({
      at: before(now, 60),
      outcome: "rejected",
      reason: "user.email_missing",
      subjectKeys: ["g"],
    });
    expect(await world.findings()).toEqual([]);
  });
});
