import type { EventOutcome, Warning } from "../events/provisioning-event.ts";

/** What an explanation needs of one request: columns of `ProvisioningEvent`, and the token's last four characters. */
export interface ExplainedEvent {
  readonly id: string;
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly subject: string | null;
  readonly outcome: EventOutcome;
  readonly reason: string | null;
  readonly status: number;
  readonly detail: string | null;
  readonly authClass: string | null;
  readonly tokenLast4: string | null;
  readonly tokenRetiredAt: Date | null;
  readonly tokenRetiredByName: string | null;
  readonly presented4: string | null;
  readonly ip: string | null;
  readonly groupsValue: string | null;
  readonly dialects: readonly string[];
  readonly warnings: readonly Warning[] | null;
  readonly count: number;
  readonly lastAt: Date | null;
  /** Whether the look-up was the test of a connection; absent where nobody asks. */
  readonly connectionTest?: boolean;
}

/** Selects an `ExplainedEvent` from `"ProvisioningEvent" e LEFT JOIN "ScimToken" k`. */
export const EXPLAINED_COLUMNS = `e."id", e."at", e."method", e."path", e."operation", e."resourceType", e."resourceId",
  e."subject", e."outcome", e."reason", e."status", e."detail", e."authClass", k."last4" AS "tokenLast4",
  k."retiredAt" AS "tokenRetiredAt", k."retiredByName" AS "tokenRetiredByName", e."presented4", e."ip",
  e."groupsValue", e."dialects", e."warnings", e."count", e."lastAt"`;

export const TOKEN_JOIN = `LEFT JOIN "ScimToken" k ON k."tenantId" = e."tenantId" AND k."id" = e."tokenId"`;
