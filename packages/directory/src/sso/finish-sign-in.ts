import { type Database, transaction } from "@rollcall/db";
import { startForActive } from "../accounts/sessions.ts";
import type { Caller } from "../accounts/setup.ts";
import type { Arrival } from "./complete-sign-in.ts";
import { deleteSsoRequest, findSsoRequest, startedBy } from "./sso-request.ts";

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
    const sessionId = await startForActive(client, { tenantId, method, userId: outcome.userId, ...caller });
    if (sessionId === null) return { kind: "refused", signInId: outcome.signInId };
    return { kind: "signed_in", sessionId, returnTo: request.returnTo };
  });
}
