import { uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import type { SignInMethod } from "./sessions.ts";

/** One attempt to sign in, as Recent sign-ins shows it. Never a secret, never an assertion. */
export interface SignInRecord {
  readonly tenantId: string;
  readonly method: SignInMethod;
  readonly ok: boolean;
  /** Stable code of a refusal: `not_provisioned`, `signature` … */
  readonly reason?: string | undefined;
  /** For admins: what exactly was wrong. */
  readonly detail?: string | undefined;
  readonly nameId?: string | undefined;
  readonly matchedBy?: "userName" | "email" | "externalId" | undefined;
  readonly userId?: string | undefined;
  readonly personName?: string | undefined;
  readonly attributes?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly test?: boolean | undefined;
  readonly ip?: string | undefined;
}

const INSERT = `
  INSERT INTO "SignIn" ("tenantId", id, method, result, reason, "nameId", "matchedBy", "userId", "personName",
                        attributes, detail, test, ip)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** @returns The id of the record. */
export async function recordSignIn(client: Pick<ClientBase, "query">, record: SignInRecord): Promise<string> {
  const id = uuidv7();
  await client.query(INSERT, [
    record.tenantId,
    id,
    record.method,
    record.ok ? "ok" : "refused",
    record.reason ?? null,
    record.nameId?.slice(0, 512) ?? null,
    record.matchedBy ?? null,
    record.userId ?? null,
    record.personName ?? null,
    record.attributes === undefined ? null : JSON.stringify(record.attributes),
    record.detail?.slice(0, 2000) ?? null,
    record.test ?? false,
    record.ip ?? null,
  ]);
  return id;
}
