import type { Database } from "@rollcall/db";
import { readCertificate } from "../../sso/certificate.ts";
import { readSsoConfig } from "../../sso/sso-config.ts";
import { CONFIG, SSO } from "../address.ts";
import { firstIdAt } from "../event-id.ts";
import type { Finding } from "../finding.ts";
import { DAY_MS, HOUR_MS } from "../findings/scope.ts";
import { listFindings } from "../list-findings.ts";
import { readProvider } from "../read-provider.ts";
import { say } from "../sentence.ts";
import type { Alert } from "./alert.ts";

/** What happened longer ago was told then, or is over. */
const FRESH_MS = 15 * 60_000;
/** Refusals of one kind that make an alert; fewer may be a slip that somebody is mending. */
const REFUSALS = 5;
/** Days before the end of a certificate at which it is told, the nearest first. */
const CERTIFICATE_DAYS = [7, 30] as const;

/**
 * What admins of a tenant are to be mailed about: an identity provider that had access and is refused now, a change that
 * would have taken the last admin, a new token, a signing certificate that ends soon. What an admin has dismissed is not.
 *
 * @param now the moment that ages are measured from
 */
export async function readAlerts(
  db: Database,
  tenantId: string,
  now: Date = new Date(),
): Promise<readonly Alert[]> {
  const [findings, worked, tokens, certificates] = await Promise.all([
    listFindings(db, tenantId, now),
    hasWorked(db, tenantId),
    newTokens(db, tenantId, now),
    endingCertificates(db, tenantId, now),
  ]);
  const urgent = findings.filter((finding) => isUrgent(finding, worked, now));
  return [...urgent.map(ofFinding), ...tokens, ...certificates];
}

function isUrgent(finding: Finding, worked: boolean, now: Date): boolean {
  if (finding.resolvedAt !== null || now.getTime() - Date.parse(finding.lastAt) > FRESH_MS) return false;
  if (finding.code === "user.last_admin") return true;
  const refused = finding.code.startsWith("auth.") && finding.code !== "auth.paused";
  return refused && worked && finding.severity === "bad" && finding.count >= REFUSALS;
}

function ofFinding(finding: Finding): Alert {
  const { key, title, received, likely, steps, href } = finding;
  const facts = likely === null ? received : [...received, likely];
  return { key, daily: true, title, facts, steps, href: href ?? CONFIG.page };
}

async function hasWorked(db: Database, tenantId: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `SELECT 1 FROM "ScimToken" WHERE "tenantId" = $1 AND "firstUsedAt" IS NOT NULL LIMIT 1`,
    [tenantId],
  );
  return rowCount !== 0;
}

interface Regenerated {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string;
  readonly targetName: string;
}

/** Whoever regenerates a token cuts the identity provider off until it has the new one: the other admins are told. */
async function newTokens(db: Database, tenantId: string, now: Date): Promise<Alert[]> {
  const { rows } = await db.pool.query<Regenerated>(
    `SELECT id, at, "actorName", "targetName" FROM "AuditEntry"
      WHERE "tenantId" = $1 AND id >= $2 AND action = 'scim_token.regenerated' ORDER BY id`,
    [tenantId, firstIdAt(new Date(now.getTime() - HOUR_MS))],
  );
  if (rows.length === 0) return [];
  const { name: provider } = await readProvider(db, tenantId);
  return rows.map(({ id, at, actorName, targetName }) => ({
    key: `token:${id}`,
    daily: false,
    title: say("alerts.token_regenerated.title", { by: actorName }),
    facts: [say("alerts.token_regenerated.fact", { by: actorName, token: targetName, at, provider })],
    steps: [say("alerts.token_regenerated.step", { provider })],
    href: CONFIG.page,
  }));
}

/** The certificate that ends last is what sign-in hangs on: an earlier one beside it is a rollover under way. */
async function endingCertificates(db: Database, tenantId: string, now: Date): Promise<Alert[]> {
  const config = await readSsoConfig(db, tenantId);
  if (!config?.enabled || config.settings.kind !== "saml") return [];
  const ends = config.settings.certificates.map((pem) => readCertificate(pem)?.validUntil.getTime() ?? 0);
  const until = new Date(Math.max(...ends));
  const left = (until.getTime() - now.getTime()) / DAY_MS;
  const mark = CERTIFICATE_DAYS.find((days) => left <= days);
  if (mark === undefined) return [];
  const over = left <= 0;
  return [
    {
      key: `certificate:${until.toISOString()}:${over ? 0 : mark}`,
      daily: false,
      title: say(over ? "alerts.certificate.ended" : "alerts.certificate.title", { days: Math.ceil(left) }),
      facts: [say("alerts.certificate.fact", { until })],
      steps: [say("alerts.certificate.step")],
      href: SSO,
    },
  ];
}
