import { ACTIVITY, CONFIG } from "../address.ts";
import { firstIdAt } from "../event-id.ts";
import type { Action, Finding } from "../finding.ts";
import { REASONS, type Severity, stepsFor } from "../reason.ts";
import { type Sentence, say } from "../sentence.ts";
import { type AuthReason, malformedProblem, reasonOfClass } from "./auth-class.ts";
import { nextAccepted } from "./next-accepted.ts";
import { DAY_MS, type Scope } from "./scope.ts";

interface Refused {
  readonly class: string | null;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly lastId: string;
  readonly ips: readonly string[];
  readonly presented4: string | null;
  readonly detail: string | null;
  readonly path: string;
  readonly tokenId: string | null;
  readonly tokenLast4: string | null;
  readonly retiredAt: Date | null;
  readonly retiredByName: string | null;
}

/** Refusals are counted over the newest rows only: a flood costs no more to read than this. */
const ROWS_READ = 5000;

const REFUSED = `
WITH refused AS MATERIALIZED (
  SELECT "id", "at", coalesce("lastAt", "at") AS "last", coalesce("authClass", 'unknown') AS "class", "ip",
         "presented4", "detail", "path", "count", CASE WHEN "authClass" = 'retired' THEN "tokenId" END AS "tokenId"
  FROM "ProvisioningEvent"
  WHERE "tenantId" = $1 AND "outcome" = 'auth_failed' AND "id" >= $2
  ORDER BY "id" DESC LIMIT ${ROWS_READ}
), classed AS (
  SELECT "class", "tokenId", sum("count")::int AS "count", min("at") AS "firstAt", max("last") AS "lastAt",
         (array_agg("id" ORDER BY "id" DESC))[1] AS "lastId",
         (array_agg("presented4" ORDER BY "last" DESC, "id" DESC))[1] AS "presented4",
         (array_agg("detail" ORDER BY "last" DESC, "id" DESC))[1] AS "detail",
         (array_agg("path" ORDER BY "last" DESC, "id" DESC))[1] AS "path",
         (array_agg(DISTINCT "ip") FILTER (WHERE "ip" IS NOT NULL))[1:20] AS "ips"
  FROM refused GROUP BY "class", "tokenId"
)
SELECT c.*, coalesce(c."ips", '{}') AS "ips", t."last4" AS "tokenLast4", t."retiredAt", t."retiredByName"
FROM classed c LEFT JOIN "ScimToken" t ON t."tenantId" = $1 AND t."id" = c."tokenId"
ORDER BY c."lastId" DESC`;

/** Requests of the last 24 hours that were refused for their credential, one finding for each class of failure. */
export async function authenticationFindings(scope: Scope): Promise<Finding[]> {
  const since = firstIdAt(new Date(scope.now.getTime() - DAY_MS));
  const { rows } = await scope.db.pool.query<Refused>(REFUSED, [scope.tenantId, since]);
  return Promise.all(rows.map((row) => toFinding(scope, row)));
}

async function toFinding(scope: Scope, row: Refused): Promise<Finding> {
  const code = reasonOfClass(row.class ?? "unknown");
  const stray = isStray(scope, row, code);
  const resolvedAt = await resolution(scope, row, code);
  const values = {
    provider: scope.provider.name,
    count: row.count,
    ip: row.ips[0] ?? "",
    ips: row.ips.length,
    last4: row.tokenLast4 ?? row.presented4 ?? "",
    currentLast4: scope.token?.last4 ?? "",
    retiredBy: row.retiredByName ?? "",
    path: row.path,
  };
  return {
    key: row.tokenId ? `${code}:${row.tokenId}` : code,
    code,
    severity: stray ? "info" : REASONS[code].severity,
    title: say(stray ? "findings.auth.stray.title" : `findings.${code}.title`, values),
    received: received(row, code, values, stray ? scope : null),
    likely: say(stray ? "findings.auth.stray.cause" : `reasons.${code}.cause`, values),
    steps: stray ? [say("steps.nothing_stray", values)] : stepsFor(code, scope.provider, values),
    count: row.count,
    seen: say("seen.times", { times: row.count }),
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolution: resolvedAt ? resolutionSentence(code, values, resolvedAt) : null,
    href: `${ACTIVITY}?reason=${code}&since=24h`,
    actions: actions(code, stray ? "info" : REASONS[code].severity, row.count),
    subjects: [],
  };
}

/** Refusals after which an admin asks which token would have been right. */
const NAMES_A_TOKEN: ReadonlySet<AuthReason> = new Set([
  "auth.retired_token",
  "auth.truncated_token",
  "auth.unknown_token",
]);

function received(
  row: Refused,
  code: AuthReason,
  values: Sentence["values"],
  strayIn: Scope | null,
): Sentence[] {
  const times = { retiredAt: row.retiredAt };
  const variant = code === "auth.malformed_header" ? `received_${malformedProblem(row.detail)}` : "received";
  const from = say(row.ips.length > 1 ? "findings.auth.from_many" : "findings.auth.from_one", values);
  const lines = [say(`findings.${code}.${variant}`, { ...values, ...times })];
  if (row.ips.length > 0) lines.push(from);
  if (NAMES_A_TOKEN.has(code) && !strayIn && values.currentLast4) {
    lines.push(say("findings.auth.current", values));
  }
  if (strayIn?.token) {
    const { lastUsedAt, lastUsedIp } = strayIn.token;
    lines.push(say("findings.auth.stray.received", { ...values, lastUsedAt, lastUsedIp }));
  }
  return lines;
}

/** Somebody else at the door: the provider got in within a day, and none of the refused requests came from its address. */
function isStray(scope: Scope, row: Refused, code: AuthReason): boolean {
  if (code !== "auth.unknown_token" && code !== "auth.missing_header" && code !== "auth.malformed_header") {
    return false;
  }
  const token = scope.token;
  if (!token?.lastUsedAt || !token.lastUsedIp) return false;
  const recent = scope.now.getTime() - token.lastUsedAt.getTime() < DAY_MS;
  return recent && !row.ips.includes(token.lastUsedIp);
}

/** A refusal is over once a credential was accepted after it; a pause, once SCIM is on again. */
async function resolution(scope: Scope, row: Refused, code: AuthReason): Promise<Date | null> {
  if (code === "auth.paused") {
    const { enabled, enabledAt, updatedAt } = scope.connection;
    return enabled ? (enabledAt ?? updatedAt) : null;
  }
  return nextAccepted(scope, row.lastId, row.lastAt);
}

function resolutionSentence(code: AuthReason, values: Sentence["values"], at: Date): Sentence {
  return say(code === "auth.paused" ? "findings.auth.resumed" : "findings.auth.connected", { ...values, at });
}

/** A token that was never ours is no reason to end the one that is. */
function actions(code: AuthReason, severity: Severity, count: number): Action[] {
  const requests: Action = {
    kind: "see_requests",
    href: `${ACTIVITY}?reason=${code}&since=24h`,
    count,
  };
  if (severity === "info") return [requests];
  switch (code) {
    case "auth.paused":
      return [{ kind: "turn_on", href: CONFIG.page }, requests];
    case "auth.other_tenant":
      return [{ kind: "copy_url", href: CONFIG.dialog }, requests];
    case "auth.retired_token":
    case "auth.truncated_token":
      return [{ kind: "regenerate_token", href: CONFIG.regenerate }, requests];
    case "auth.unknown_token":
      return [requests];
    default:
      return [{ kind: "open_config", href: CONFIG.dialog }, requests];
  }
}
