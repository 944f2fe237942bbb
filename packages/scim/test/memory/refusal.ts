import { type Precondition, type ScimError, unmetCondition } from "../../src/index.ts";

/** Unwinds an operation that is refused. Never leaves the directory. */
export class Refusal extends Error {
  readonly error: ScimError;
  constructor(error: ScimError) {
    super(error.detail);
    this.error = error;
  }
}

export function notFound(type: string, id: string): Refusal {
  return new Refusal({ code: "user.unknown_id", status: 404, detail: `${type} ${id} does not exist.` });
}

export function taken(attribute: string): Refusal {
  const detail = `"${attribute}" is taken.`;
  return new Refusal({ code: "user.username_taken", status: 409, scimType: "uniqueness", detail });
}

/** @throws Refusal 412 when the resource is at a version that the client does not want changed. */
export function assertVersion(precondition: Precondition, version: number): void {
  const unmet = unmetCondition(precondition, version);
  if (unmet) throw new Refusal(unmet);
}
