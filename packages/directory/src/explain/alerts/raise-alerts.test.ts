import { afterEach, describe, expect, it } from "vitest";
import { newSigningKey } from "../../../test/signing-key.ts";
import { recordAudit } from "../../audit/record-audit.ts";
import { readCertificate } from "../../sso/certificate.ts";
import { dismissFinding } from "../dismissals.ts";
import { FindingsStage, now } from "../findings/testing.ts";
import { before } from "../testing.ts";
import { type Digest, raiseAlerts } from "./raise-alerts.ts";

const world = new FindingsStage();
const DAY_S = 86_400;
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

/** What was told, for each mail: to whom, and which alerts. */
async function told(at = now): Promise<{ to: readonly string[]; keys: string[] }[]> {
  const digests: Digest[] = [];
  await raiseAlerts(
    world.db,
    async (digest) => {
      digests.push(digest);
      return digest.to.map(() => ({ sealed: "…" }));
    },
    at,
  );
  const mine = digests.filter(({ tenant }) => tenant.id === world.stage.tenantId);
  return mine.map(({ to, alerts }) => ({ to, keys: alerts.map(({ key }) => key) }));
}

const refuse = (count: number, at = before(now, 60)) =>
  world.stage.event({
    at,
    lastAt: at,
    count,
    outcome: "auth_failed",
    reason: "auth.truncated_token",
    authClass: "truncated",
    status: 401,
    ip: "52.34.0.1",
  });
const admin = (email = "ada@acme.test") => world.stage.user({ userName: email, email, role: "admin" });
const outbox = () => world.db.prisma.outboxMessage.count({ where: { tenantId: world.stage.tenantId } });

describe("mails to admins", () => {
  // The tenants of the tests before have nothing to tell any more.
  afterEach(() => world.db.prisma.connection.updateMany({ data: { mailAdmins: false } }));

  it("tell each active admin with an address, once a day while it lasts", async () => {
    await world.connected();
    await admin();
    await admin("Grace@acme.test");
    await world.stage.user({ userName: "m", email: "m@acme.test", role: "member" });
    await world.stage.user({ userName: "g", email: "gone@acme.test", role: "admin", active: false });
    await refuse(5);
    const mail = { to: ["ada@acme.test", "grace@acme.test"], keys: ["auth.truncated_token"] };
    expect(await told()).toEqual([mail]);
    expect(await outbox()).toBe(2);
    expect(await told(later(60))).toEqual([]);
    await refuse(3, later(DAY_S - 60));
    expect(await told(later(DAY_S - 1))).toEqual([]);
    await refuse(3, later(DAY_S));
    expect(await told(later(DAY_S + 1))).toEqual([mail]);
  });

  it("are one for each admin, however many replicas look at once", async () => {
    await world.connected();
    await admin();
    await refuse(5);
    const rounds = await Promise.all(Array.from({ length: 6 }, () => told()));
    expect(rounds.flat()).toHaveLength(1);
    expect(await outbox()).toBe(1);
  });

  it("do not tell of a few refusals, of those before anything worked, of old, dismissed or settled ones", async () => {
    await admin();
    await refuse(9);
    expect(await told()).toEqual([]);
    await world.connected();
    await dismissFinding(
      world.db,
      { tenantId: world.stage.tenantId, actor: { id: null, name: "Ada" } },
      "auth.truncated_token",
    );
    expect(await told()).toEqual([]);
    await world.db.prisma.findingDismissal.deleteMany();
    expect(await told(later(15 * 60))).toEqual([]);
    await world.stage.event({ at: before(now, 30), outcome: "lookup", status: 200 });
    expect(await told()).toEqual([]);
    await world.db.prisma.provisioningEvent.deleteMany({ where: { tenantId: world.stage.tenantId } });
    await refuse(4);
    expect(await told()).toEqual([]);
  });

  it("are not sent, and not counted as sent, while they are turned off or there is nobody to write to", async () => {
    await world.connected();
    await refuse(5);
    expect(await told()).toEqual([]);
    await admin();
    const { tenantId } = world.stage;
    await world.db.prisma.connection.update({ where: { tenantId }, data: { mailAdmins: false } });
    expect(await told()).toEqual([]);
    await world.db.prisma.connection.update({ where: { tenantId }, data: { mailAdmins: true } });
    expect(await told()).toHaveLength(1);
  });

  it("tell of a new token, and of a change that would have taken the last admin, together", async () => {
    await world.connected();
    await admin();
    const { tenantId } = world.stage;
    const actor = { id: null, name: "Mallory" };
    const client = await world.db.pool.connect();
    await recordAudit(client, {
      tenantId,
      actor,
      action: "scim_token.regenerated",
      target: { type: "scim_token", name: "…A1B2" },
    });
    client.release();
    await world.stage.event({
      at: before(now, 60),
      outcome: "rejected",
      status: 403,
      reason: "user.last_admin",
      subject: "ada@acme.test",
      subjectKeys: ["ada@acme.test"],
    });
    const [mail] = await told(later(1));
    expect(mail?.keys).toEqual([expect.stringMatching(/^token:/), "user.last_admin"]);
    expect(await told(later(2))).toEqual([]);
  });

  it("tell thirty and seven days before the last certificate of SSO ends, and when it has ended", async () => {
    await admin();
    const { certificate } = await newSigningKey();
    const { validUntil } = readCertificate(certificate) ?? { validUntil: now };
    const daysBefore = (days: number) => new Date(validUntil.getTime() - days * DAY_S * 1000);
    await world.db.prisma.ssoConfig.create({
      data: {
        tenantId: world.stage.tenantId,
        kind: "saml",
        enabled: true,
        settings: {
          kind: "saml",
          origin: "https://app.acme.test",
          entityId: "https://idp.acme.test",
          ssoUrl: "https://idp.acme.test/sso",
          certificates: [certificate],
        },
      },
    });
    const key = (mark: number) => [`certificate:${validUntil.toISOString()}:${mark}`];
    const keys = async (days: number) => (await told(daysBefore(days))).flatMap((mail) => mail.keys);
    expect(await keys(31)).toEqual([]);
    expect(await keys(29)).toEqual(key(30));
    expect(await keys(20)).toEqual([]);
    expect(await keys(6.5)).toEqual(key(7));
    expect(await keys(1)).toEqual([]);
    expect(await keys(-1)).toEqual(key(0));
  });
});
