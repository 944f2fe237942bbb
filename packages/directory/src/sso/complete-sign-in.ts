import { type Database, transaction } from "@rollcall/db";
import type { ClientBase } from "pg";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import { type SignInMethod, startSession } from "../accounts/sessions.ts";
import type { Caller } from "../accounts/setup.ts";
import { recordSignIn, type SignInRecord } from "../accounts/sign-ins.ts";
import type { SsoIdentity } from "./identity.ts";
import { createJustInTime } from "./just-in-time.ts";
import { type MatchedPerson, matchPerson } from "./match-person.ts";
import { type SsoFault, SsoRefused } from "./sso-fault.ts";
import {
  answerSsoRequest,
  deleteSsoRequest,
  findSsoRequest,
  type SsoOutcome,
  type SsoRequest,
  startedBy,
} from "./sso-request.ts";

export interface Arrival {
  readonly tenantId: string;
  readonly method: Exclude<SignInMethod, "password">;
  readonly idpInitiated: boolean;
  /** Off while an admin is still setting it up: only tests are taken then. Absent means on. */
  readonly enabled?: boolean;
  readonly ip?: string | undefined;
}

/** What came of an answer of the identity provider. */
export interface Received {
  /** The request it answers, to go on with in the browser that made it; null when nobody asked. */
  readonly requestId: string | null;
  readonly outcome: SsoOutcome;
  /** An admin is trying the connection out. */
  readonly test: boolean;
}

/**
 * Takes a verified identity: the request must be one of ours that was not answered yet, the assertion must not have been
 * used before on any replica, and the person must be someone here. Everything in one transaction, with its record.
 */
export async function receiveIdentity(
  db: Database,
  arrival: Arrival,
  identity: SsoIdentity,
): Promise<Received> {
  try {
    return await transaction(db, async (client) => {
      const request = await openRequest(client, arrival, identity.inResponseTo);
      await useOnce(client, arrival.tenantId, identity.once);
      const outcome = await admit(client, arrival, identity, request?.test ?? false);
      if (request !== null) await answerSsoRequest(client, arrival.tenantId, request, outcome);
      return { requestId: request?.id ?? null, outcome, test: request?.test ?? false };
    });
  } catch (error) {
    if (!(error instanceof SsoRefused)) throw error;
    return recordRefusal(db, arrival, error.fault, identity.inResponseTo, identity);
  }
}

/** Notes an answer that could not even be believed. `requestId` is what it claims to answer; it leads nowhere by itself. */
export async function recordRefusal(
  db: Database,
  arrival: Arrival,
  fault: SsoFault,
  requestId: string | null,
  identity?: SsoIdentity,
): Promise<Received> {
  return transaction(db, async (client) => {
    const request = requestId === null ? null : await findSsoRequest(client, arrival.tenantId, requestId);
    const open = request !== null && request.secret.outcome === undefined ? request : null;
    const signInId = await recordSignIn(client, {
      ...recordOf(arrival, identity, open?.test ?? false),
      ok: false,
      ...fault,
    });
    const outcome: SsoOutcome = { ok: false, signInId };
    // Only an identity that was verified uses up the request: rubbish posted by a stranger does not.
    const answered = identity === undefined ? null : open;
    if (answered !== null) await answerSsoRequest(client, arrival.tenantId, answered, outcome);
    return { requestId: answered?.id ?? null, outcome, test: open?.test ?? false };
  });
}

async function openRequest(
  client: ClientBase,
  arrival: Arrival,
  id: string | null,
): Promise<SsoRequest | null> {
  if (id === null) {
    if (arrival.idpInitiated && arrival.enabled !== false) return null;
    throw new SsoRefused(
      "unsolicited",
      "Nobody asked for this sign-in. Sign-in from the provider's side is off.",
    );
  }
  const request = await findSsoRequest(client, arrival.tenantId, id);
  if (request === null || request.secret.outcome !== undefined) {
    throw new SsoRefused(
      "request_unknown",
      "It answers a request that is not ours, is too old, or was answered.",
    );
  }
  return request;
}

async function useOnce(client: ClientBase, tenantId: string, once: SsoIdentity["once"]): Promise<void> {
  await client.query(`DELETE FROM "SsoAssertion" WHERE "tenantId" = $1 AND "expiresAt" < now()`, [tenantId]);
  const { rowCount } = await client.query(
    `INSERT INTO "SsoAssertion" ("tenantId", id, "expiresAt") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [tenantId, once.id, once.until],
  );
  if (rowCount === 0) throw new SsoRefused("replayed", "This assertion was used before.");
}

async function admit(
  client: ClientBase,
  arrival: Arrival,
  identity: SsoIdentity,
  test: boolean,
): Promise<SsoOutcome> {
  const record = recordOf(arrival, identity, test);
  const person = await findOrCreate(client, arrival.tenantId, identity, test);
  if ("reason" in person) {
    return { ok: false, signInId: await recordSignIn(client, { ...record, ok: false, ...person }) };
  }
  const who = { userId: person.id, personName: person.name, matchedBy: person.matchedBy };
  if (!person.active) {
    const detail = `${person.name} is deactivated since ${person.deactivatedAt?.toISOString() ?? "an unknown time"}.`;
    const signInId = await recordSignIn(client, {
      ...record,
      ...who,
      ok: false,
      reason: "deactivated",
      detail,
    });
    return { ok: false, signInId };
  }
  await noteVerified(client, arrival.tenantId, person.id);
  const signInId = await recordSignIn(client, { ...record, ...who, ok: true });
  return { ok: true, userId: person.id, signInId };
}

type Found = (Omit<MatchedPerson, "matchedBy"> & { matchedBy?: MatchedPerson["matchedBy"] }) | SsoFault;

async function findOrCreate(
  client: ClientBase,
  tenantId: string,
  identity: SsoIdentity,
  test: boolean,
): Promise<Found> {
  // Two first sign-ins of one person at once must make one person.
  await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [`sso:${tenantId}:${identity.nameId}`]);
  for (const name of [identity.nameId, ...identity.alternates]) {
    const match = await matchPerson(client, tenantId, name);
    if (match.kind === "one") return match.person;
    if (match.kind === "several") {
      return { reason: "ambiguous", detail: `${name} stands on ${match.names.join(" and ")}.` };
    }
  }
  if (test || !(await isJustInTime(client, tenantId))) {
    return {
      reason: "not_provisioned",
      detail: `Nobody here has ${identity.nameId} as userName, e-mail or externalId.`,
    };
  }
  const created = await createJustInTime(client, tenantId, identity);
  return { ...created, active: true, deactivatedAt: null };
}

async function isJustInTime(client: ClientBase, tenantId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "Connection" WHERE "tenantId" = $1 AND mode = 'jit'`,
    [tenantId],
  );
  return rowCount === 1;
}

/** An admin has come back from the provider: from now on it may be enforced. */
async function noteVerified(client: ClientBase, tenantId: string, userId: string): Promise<void> {
  await client.query(
    `UPDATE "SsoConfig" SET "verifiedAt" = now(), "verifiedByUserId" = $2
      WHERE "tenantId" = $1 AND "verifiedAt" IS NULL
        AND EXISTS (SELECT 1 FROM "User" u WHERE u."tenantId" = $1 AND u.id = $2 AND ${effectiveRoleSql("u")} = 'admin')`,
    [tenantId, userId],
  );
}

function recordOf(
  arrival: Arrival,
  identity: SsoIdentity | undefined,
  test: boolean,
): Omit<SignInRecord, "ok"> {
  return {
    tenantId: arrival.tenantId,
    method: arrival.method,
    nameId: identity?.nameId,
    attributes: identity?.attributes,
    test,
    ip: arrival.ip,
  };
}

export type Finished =
  | { readonly kind: "signed_in"; readonly sessionId: string; readonly returnTo: string | null }
  | { readonly kind: "tested"; readonly signInId: string }
  | { readonly kind: "refused"; readonly signInId: string }
  /** No such request, or another browser's: nothing is told. */
  | { readonly kind: "unknown" };

/**
 * Hands the outcome to the browser that asked for it, once. Another browser, to which someone sent the address, gets
 * nothing: nobody can be signed in as somebody else without noticing.
 */
export async function finishSignIn(
  db: Database,
  arrival: Pick<Arrival, "tenantId" | "method">,
  requestId: string,
  browser: string | undefined,
  caller: Caller,
): Promise<Finished> {
  const { tenantId, method } = arrival;
  return transaction(db, async (client) => {
    const request = await findSsoRequest(client, tenantId, requestId);
    const outcome = request?.secret.outcome;
    if (request === null || outcome === undefined || !startedBy(request, browser)) return { kind: "unknown" };
    await deleteSsoRequest(client, tenantId, requestId);
    if (request.test) return { kind: "tested", signInId: outcome.signInId };
    if (!outcome.ok) return { kind: "refused", signInId: outcome.signInId };
    const sessionId = await startForActive(client, { tenantId, method, userId: outcome.userId }, caller);
    if (sessionId === null) return { kind: "refused", signInId: outcome.signInId };
    return { kind: "signed_in", sessionId, returnTo: request.returnTo };
  });
}

/** Opens a session unless the person was deactivated since. */
export async function startForActive(
  client: ClientBase,
  start: { tenantId: string; userId: string; method: SignInMethod },
  caller: Caller,
): Promise<string | null> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "User" WHERE "tenantId" = $1 AND id = $2 AND active FOR UPDATE`,
    [start.tenantId, start.userId],
  );
  return rowCount === 1 ? startSession(client, { ...start, ...caller }) : null;
}
