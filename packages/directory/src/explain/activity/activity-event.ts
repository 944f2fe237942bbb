import type { Change } from "../../events/provisioning-event.ts";
import { EXPLAINED_COLUMNS, type ExplainedEvent, TOKEN_JOIN } from "../event.ts";
import { CONNECTION_TEST } from "./connection-test.ts";

/** A request as a row of the list. */
export interface ActivityEvent extends ExplainedEvent {
  readonly requestId: string;
  readonly durationMs: number | null;
  /** Of the person or team it was about, if it is still here. */
  readonly externalId: string | null;
  readonly present: boolean;
  readonly connectionTest: boolean;
}

/** All that is known of one request. */
export interface EventDetail extends ActivityEvent {
  readonly scimType: string | null;
  readonly userAgent: string | null;
  readonly changes: readonly Change[] | null;
  /** Redacted. */
  readonly request: unknown;
  readonly response: unknown;
}

/** Selects an `ActivityEvent` from `"ProvisioningEvent" e` with {@link EVENT_JOINS}. */
export const EVENT_COLUMNS = `${EXPLAINED_COLUMNS}, e."requestId", e."durationMs",
  coalesce(u."externalId", t."externalId") AS "externalId", (u."id" IS NOT NULL OR t."id" IS NOT NULL) AS "present",
  coalesce(${CONNECTION_TEST}, false) AS "connectionTest"`;

/** Selects an `EventDetail`. */
export const DETAIL_COLUMNS = `${EVENT_COLUMNS}, e."scimType", e."userAgent", e."changes", e."request", e."response"`;

export const EVENT_JOINS = `${TOKEN_JOIN}
  LEFT JOIN "User" u ON u."tenantId" = e."tenantId" AND u."id" = e."resourceId" AND e."operation" LIKE 'user.%'
  LEFT JOIN "Team" t ON t."tenantId" = e."tenantId" AND t."id" = e."resourceId" AND e."operation" LIKE 'group.%'`;
