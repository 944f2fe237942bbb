import type { Database } from "@rollcall/db";
import type { Finding } from "../explain/finding.ts";
import { type GroupsReceived, groupsReceived } from "../explain/groups-received.ts";
import { type Findings, readFindings } from "../explain/list-findings.ts";
import { type DirectoryCounts, readCounts } from "./counts.ts";
import { type OperationsSeen, readOperationsSeen } from "./operations-seen.ts";
import type { ProviderSetting } from "./options.ts";
import { type ConnectionState, connectionState } from "./state.ts";
import { readTokenState, type TokenState } from "./token-view.ts";
import { readTraffic, type Traffic } from "./traffic.ts";

/** Everything that the provisioning page shows. */
export interface Overview extends Findings {
  readonly state: ConnectionState;
  readonly connection: ConnectionRow;
  readonly tokens: TokenState;
  readonly traffic: Traffic;
  readonly counts: DirectoryCounts;
  readonly operations: OperationsSeen;
  /** How many of the people last pushed carried groups. */
  readonly groups: GroupsReceived;
  /** People and teams that open findings turn away. */
  readonly turnedAway: number;
}

interface ConnectionRow {
  readonly mode: "scim" | "jit" | "invite";
  readonly enabled: boolean;
  readonly provider: ProviderSetting;
  readonly enabledAt: Date | null;
  readonly enabledByName: string | null;
  readonly pausedAt: Date | null;
  readonly pausedByName: string | null;
  /** How long requests are kept: what was never seen was not seen for so long. */
  readonly retentionDays: number;
  /** Whether sign-in through the identity provider is on. */
  readonly sso: boolean;
}

/** @returns undefined for a tenant without a connection. */
export async function readOverview(
  db: Database,
  tenantId: string,
  now: Date = new Date(),
): Promise<Overview | undefined> {
  const [connections, tokens, traffic, counts, operations, groups, found] = await Promise.all([
    db.pool.query<ConnectionRow>(
      `SELECT mode, enabled, provider, "enabledAt", "enabledByName", "pausedAt", "pausedByName", "retentionDays",
              EXISTS (SELECT 1 FROM "SsoConfig" s WHERE s."tenantId" = $1 AND s.enabled) AS sso
         FROM "Connection" WHERE "tenantId" = $1`,
      [tenantId],
    ),
    readTokenState(db, tenantId),
    readTraffic(db, tenantId, now),
    readCounts(db, tenantId),
    readOperationsSeen(db, tenantId),
    groupsReceived(db, tenantId),
    readFindings(db, tenantId, now),
  ]);
  const connection = connections.rows[0];
  if (connection === undefined) return undefined;
  const open = found.findings.filter((finding) => finding.resolvedAt === null);
  const turnedAway = open.filter(turnsAway).reduce((sum, finding) => sum + finding.count, 0);
  const state = connectionState(
    {
      enabled: connection.enabled,
      enabledAt: connection.enabledAt,
      hasToken: tokens.current !== null,
      verifiedAt: tokens.verifiedAt,
      lastChangeAt: traffic.lastChangeAt,
      authFailing: open.some((finding) => finding.severity === "bad" && isAboutToken(finding)),
      turnedAway,
    },
    now,
  );
  return { state, connection, tokens, traffic, counts, operations, groups, ...found, turnedAway };
}

function isAboutToken({ code }: Finding): boolean {
  return code.startsWith("auth.") && code !== "auth.paused";
}

/** A push that was applied but for unknown members, and a person who is here twice: nobody was turned away. */
const APPLIED: ReadonlySet<string> = new Set(["group.member_unknown", "user.duplicate"]);

function turnsAway({ code, severity }: Finding): boolean {
  return severity !== "info" && !APPLIED.has(code) && /^(user|group|payload)\./.test(code);
}
