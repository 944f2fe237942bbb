import { type Database, transaction } from "@rollcall/db";
import type { ClientBase } from "pg";
import { effectiveRoleSql } from "../accounts/effective-role.ts";
import type { SignInMethod } from "../accounts/sessions.ts";
import { recordSignIn, type SignInRecord } from "../accounts/sign-ins.ts";
import { isUniqueViolation } from "../provisioning/refusal.ts";
import { deactivationDetail } from "./deactivation-detail.ts";
import type { SsoIdentity } from "./identity.ts";
import { createJustInTime } from "./just-in-time.ts";
import { type MatchedPerson, matchPerson } from "./match-person.ts";
import { type SsoFault, SsoRefused } from "./sso-fault.ts";
import { answerSsoRequest, findSsoRequest, type SsoOutcome, type SsoRequest } from "./sso-request.ts";
import type { SsoSettings } from "./sso-settings.ts";
import { unmatchedDetail } from "./unmatched-detail.ts";

export interface Arrival {
  readonly tenantId: string;
  readonly method: Exclude<SignInMethod, "password">;
  readonly idpInitiated: boolean;
  /** Off while an admin is still setting it up: only tests are taken then. Absent means on. */
  readonly enabled?: boolean;
  /** The connection that the answer was verified with: one that was saved since has not been tried. */
  readonly settings?: SsoSettings;
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
  const work = () => transaction(db, (client) => receive(client, arrival, identity));
  try {
    return await work().catch((error: unknown) => {
      // SCIM or an invite made the person whom we were about to make: they are found now.
      if (isUniqueViolation(error)) return work();
      throw error;
    });
  } catch (error) {
    if (!(error instanceof SsoRefused)) throw error;
    return recordRefusal(db, arrival, error.fault, identity.inResponseTo, identity);
  }
}

async function receive(client: ClientBase, arrival: Arrival, identity: SsoIdentity): Promise<Received> {
  const request = await openRequest(client, arrival, identity.inResponseTo);
  await useOnce(client, arrival.tenantId, identity.once);
  const outcome = await admit(client, arrival, identity, request?.test ?? false);
  if (request !== null) await answerSsoRequest(client, arrival.tenantId, request, outcome);
  return { requestId: request?.id ?? null, outcome, test: request?.test ?? false };
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
  if (!request.test && arrival.enabled === false) {
    throw new SsoRefused(
      "not_configured",
      "Sign-in through the identity provider was turned off in the meantime.",
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
    const refusal = { ok: false, reason: "deactivated", detail: deactivationDetail(person) };
    return { ok: false, signInId: await recordSignIn(client, { ...record, ...who, ...refusal }) };
  }
  await noteVerified(client, arrival, person.id);
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
    return { reason: "not_provisioned", detail: await unmatchedDetail(client, tenantId, identity) };
  }
  const created = await createJustInTime(client, tenantId, identity);
  return { ...created, active: true, deactivatedAt: null, deactivatedBy: null };
}

async function isJustInTime(client: ClientBase, tenantId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "Connection" WHERE "tenantId" = $1 AND mode = 'jit'`,
    [tenantId],
  );
  return rowCount === 1;
}

/** An admin has come back from the provider: from now on it may be enforced. */
async function noteVerified(
  client: ClientBase,
  { tenantId, settings }: Arrival,
  userId: string,
): Promise<void> {
  await client.query(
    `UPDATE "SsoConfig" SET "verifiedAt" = now(), "verifiedByUserId" = $2
      WHERE "tenantId" = $1 AND "verifiedAt" IS NULL AND ($3::jsonb IS NULL OR settings = $3::jsonb)
        AND EXISTS (SELECT 1 FROM "User" u WHERE u."tenantId" = $1 AND u.id = $2 AND ${effectiveRoleSql("u")} = 'admin')`,
    [tenantId, userId, settings === undefined ? null : JSON.stringify(settings)],
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
