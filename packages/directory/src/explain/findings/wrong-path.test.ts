import { describe, expect, it } from "vitest";
import { before } from "../testing.ts";
import { FindingsStage, now } from "./testing.ts";

const world = new FindingsStage();

describe("requests to a wrong address", () => {
  it("an extra version, a doubled resource, a doubled path and a missing version are told apart", async () => {
    await world.stage.token();
    for (const [path, variant] of [
      ["/v2/Users?count=1", "version"],
      ["/Users/Users", "resource"],
      ["/scim/acme/v2/Users", "endpoint"],
      ["/api/scim/acme/v2/Users", "endpoint"],
      ["/api/scim/acme/Users?count=1", "short"],
      ["/api/scim/acme/v2Users", "short"],
      ["/People", "other"],
    ] as const) {
      const at = before(now, 60);
      await world.stage.event({ at, outcome: "rejected", reason: "path.not_found", path, status: 404 });
      const finding = await world.only();
      expect(finding.code).toBe("path.not_found");
      expect(finding.received[0]?.id).toBe(`findings.path.not_found.received_${variant}`);
      await world.stage.event({
        at: before(now, 30),
        outcome: "lookup",
        method: "GET",
        operation: "user.list",
      });
      expect((await world.only()).resolution).toMatchObject({
        id: "findings.auth.connected",
        values: { currentLast4: "3F9C" },
      });
      await world.db.pool.query(`DELETE FROM "ProvisioningEvent" WHERE "tenantId" = $1`, [
        world.stage.tenantId,
      ]);
    }
  });
});
