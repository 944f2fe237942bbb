import { type Database, transaction } from "@rollcall/db";
import type { PoolClient } from "pg";
import type { AuditActor } from "../audit/record-audit.ts";

/** Who acts, in which tenant, from where. */
export interface ActContext {
  readonly tenantId: string;
  readonly actor: AuditActor;
  readonly ip?: string | undefined;
}

/** Why an act was not done. `about` fills the sentence that the console makes of the code. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly about?: Readonly<Record<string, string | number>>;
}

export type Outcome<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** Unwinds a transaction that must leave nothing behind. Never leaves {@link act}. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** What an act works with: the connection of its transaction, and the way to give up. */
export interface Acting<Code extends string> {
  readonly client: PoolClient;
  /** Rolls the act back and answers with the refusal. */
  refuse(code: Code, about?: Refusal["about"]): never;
}

/**
 * Runs one act of a person in one transaction: all of it with its audit entry, or nothing and a refusal as data.
 *
 * @throws only what is our own fault, such as a lost connection.
 */
export async function act<T, Code extends string>(
  db: Database,
  work: (acting: Acting<Code>) => Promise<T>,
): Promise<Outcome<T, Code>> {
  const refusals: Refusal<Code>[] = [];
  try {
    const value = await transaction(db, (client) => work({ client, refuse: refuser(refusals) }));
    return { ok: true, value };
  } catch (error) {
    const refusal = refusals.at(-1);
    if (error instanceof Refused && refusal !== undefined) return { ok: false, refusal };
    throw error;
  }
}

function refuser<Code extends string>(refusals: Refusal<Code>[]): Acting<Code>["refuse"] {
  return (code, about) => {
    const refusal = about === undefined ? { code } : { code, about };
    refusals.push(refusal);
    throw new Refused(refusal);
  };
}
