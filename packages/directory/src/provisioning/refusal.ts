import type { ScimError } from "@rollcall/scim";
import type { EventDraft } from "../events/provisioning-event.ts";

/** Ends a transaction whose work turned out to be refused. Never leaves this folder. */
export class Refusal extends Error {
  readonly error: ScimError;
  /** What is known for the event of the refusal. */
  readonly known: Partial<EventDraft>;

  constructor(error: ScimError, known: Partial<EventDraft> = {}) {
    super(error.code);
    this.error = error;
    this.known = known;
  }
}

/** Ends a transaction whose premises another writer changed; the use-case begins again. */
export class Overtaken extends Error {}

/** How often a use-case begins again, with a growing pause, because other writers were faster. */
export const ATTEMPTS = 30;

export const BUSY: ScimError = {
  code: "rate.limited",
  status: 503,
  detail: "Too many changes of this resource arrive at once. Nothing was changed; send this one again.",
  headers: { "Retry-After": "1" },
};

export const LAST_ADMIN: ScimError = {
  code: "user.last_admin",
  status: 403,
  detail:
    "This would leave nobody who can sign in and administer Rollcall. Make another person an admin under Access → Users first; then send the change again.",
};

/** Whether PostgreSQL refused a second row of one key. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
