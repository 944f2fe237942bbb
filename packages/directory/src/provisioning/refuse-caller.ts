import type { Store } from "@rollcall/db";
import type { Call, ScimError } from "@rollcall/scim";
import type { AuthFailure } from "../events/auth-failures.ts";
import { classifyToken, fingerprint, hashToken, last4 } from "../tokens/scim-token.ts";
import type { CallerRow } from "./caller.ts";

/** Nothing is told of why: whoever guesses tokens learns nothing. The class stands in the event. RFC 6750 §3. */
export function unauthorized(call: Call): ScimError {
  const error = call.credential.kind === "missing" ? "" : ', error="invalid_token"';
  return {
    code: "auth.invalid_token",
    status: 401,
    detail:
      "The bearer token was not accepted. Copy the current token from View Config, or regenerate it there, and paste it again.",
    headers: { "WWW-Authenticate": `Bearer realm="Rollcall SCIM"${error}` },
  };
}

export const PAUSED: ScimError = {
  code: "auth.paused",
  status: 403,
  detail:
    "SCIM provisioning is turned off here. An admin can turn it on under Settings → Security & Access → Provisioning. Nothing was changed.",
};

export const NO_SUCH_TENANT: ScimError = {
  code: "path.not_found",
  status: 404,
  detail: "There is no SCIM endpoint at this address. Copy the SCIM URL from View Config again.",
};

/** Tells why a caller was refused, for the admin's eyes. */
export async function explainRefusal(
  db: Pick<Store, "pool">,
  call: Call,
  row: CallerRow,
): Promise<AuthFailure> {
  const { credential } = call;
  if (credential.kind === "missing") {
    return failure("missing", "auth.missing_header", "The request carried no token.");
  }
  if (credential.kind === "malformed") {
    const token = credential.token;
    return {
      ...failure("malformed", "auth.malformed_header", malformedDetail(credential.problem)),
      ...(token ? presented(token) : {}),
    };
  }
  if (row.standing === "paused") {
    const known = { tokenId: row.tokenId ?? undefined, presented4: last4(credential.token) };
    return {
      ...failure("paused", "auth.paused", "The token is right, but SCIM is off here.", 403),
      ...known,
    };
  }
  if (row.standing === "retired" && row.tokenId !== null) return retired(db, row.tenantId, row.tokenId);
  return { ...(await unknownToken(db, credential.token)), ...presented(credential.token) };
}

/** Begins with the problem's name, which the console's explanation goes by. */
function malformedDetail(problem: keyof typeof PROBLEMS): string {
  return `${problem}: ${PROBLEMS[problem]}`;
}

const PROBLEMS = {
  doubled_bearer: "The word “Bearer” was sent twice. Paste only the token.",
  quoted: "The token was sent in quotes. Paste only the token.",
  blanks: "The token was sent with blanks in it. Paste only the token.",
  no_scheme: "The token was sent without the word “Bearer” before it.",
  other_scheme: "Another scheme than Bearer was sent.",
  empty: "“Bearer” was sent without a token after it.",
} as const;

async function retired(db: Pick<Store, "pool">, tenantId: string, id: string): Promise<AuthFailure> {
  const { rows } = await db.pool.query<{ last4: string; retiredAt: Date; retiredByName: string | null }>(
    `SELECT last4, COALESCE("validUntil", "retiredAt") AS "retiredAt", "retiredByName"
       FROM "ScimToken" WHERE "tenantId" = $1 AND id = $2`,
    [tenantId, id],
  );
  const token = rows[0];
  const by = token?.retiredByName ?? "an admin";
  const detail = `The token …${token?.last4} was retired by ${by} on ${token?.retiredAt.toISOString()}.`;
  return { ...failure("retired", "auth.retired_token", detail), tokenId: id, presented4: token?.last4 };
}

async function unknownToken(db: Pick<Store, "pool">, token: string): Promise<AuthFailure> {
  const shape = classifyToken(token);
  if (shape === "truncated") {
    const detail = "This is one of our tokens with characters missing or changed.";
    return failure("truncated", "auth.truncated_token", detail);
  }
  // Only a right checksum is worth a look at the other tenants.
  if (shape === "well_formed") {
    const elsewhere = await db.pool.query(`SELECT 1 FROM "ScimToken" WHERE hash = $1 LIMIT 1`, [
      hashToken(token),
    ]);
    if (elsewhere.rowCount) {
      return failure("other_tenant", "auth.other_tenant", "The token belongs to another organisation.");
    }
  }
  return failure("unknown", "auth.unknown_token", "The token was never issued here.");
}

function presented(token: string): Pick<AuthFailure, "fingerprint" | "presented4"> {
  return { fingerprint: fingerprint(token), presented4: last4(token) };
}

function failure(
  authClass: AuthFailure["authClass"],
  reason: string,
  detail: string,
  status = 401,
): AuthFailure {
  return { authClass, reason, status, detail };
}
