import { describe, expect, it } from "vitest";
import { dismissFinding, restoreFinding } from "./dismissals.ts";
import { FindingsStage, now } from "./findings/testing.ts";
import { readFindings } from "./list-findings.ts";
import { before } from "./testing.ts";

const world = new FindingsStage();
const KEY = "user.email_missing";

const by = () => ({ tenantId: world.stage.tenantId, actor: { id: null, name: "Ada" } });
const refuse = (at: Date) =>
  world.stage.event({ at, outcome: "rejected", reason: KEY, subject: "g", subjectKeys: ["g"] });
const found = async (at = new Date()) => {
  const { findings, dismissed } = await readFindings(world.db, world.stage.tenantId, at);
  return { findings: findings.map(({ key }) => key), dismissed };
};
const audited = async () => {
  const entries = await world.db.prisma.auditEntry.findMany({
    where: { tenantId: world.stage.tenantId },
    orderBy: { id: "asc" },
  });
  return entries.map(({ action, actorName, targetName }) => [action, actorName, targetName]);
};

describe("a dismissed finding", () => {
  it("is listed with who put it aside, and comes back with newer evidence only", async () => {
    await world.connected();
    await refuse(before(now, 60));
    await dismissFinding(world.db, by(), KEY);
    expect(await found()).toMatchObject({ findings: [], dismissed: [{ key: KEY, dismissedBy: "Ada" }] });
    const later = new Date(Date.now() + 1000);
    await refuse(later);
    expect(await found(new Date(later.getTime() + 1000))).toEqual({ findings: [KEY], dismissed: [] });
  });

  it("comes back when it is taken back, and both acts are in the audit log, each once", async () => {
    await world.connected();
    await refuse(before(now, 60));
    await dismissFinding(world.db, by(), KEY);
    await restoreFinding(world.db, by(), KEY);
    await restoreFinding(world.db, by(), KEY);
    expect(await found()).toEqual({ findings: [KEY], dismissed: [] });
    expect(await audited()).toEqual([
      ["finding.dismissed", "Ada", KEY],
      ["finding.restored", "Ada", KEY],
    ]);
  });
});
