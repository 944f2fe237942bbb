import type { Outcome } from "@rollcall/directory/acts/act";
import { getTranslations } from "next-intl/server";
import { ConsoleError } from "./console-error.ts";

/** Where refusals are no conflict with the state of things. */
const STATUS: Readonly<Record<string, number>> = {
  "user.not_found": 404,
  "team.not_found": 404,
  "user.is_self": 403,
  "user.last_admin": 403,
  "team.name_invalid": 422,
  "team.confirmation_wrong": 422,
};

/** The field of the form that a refusal is about. */
const FIELD: Readonly<Record<string, string>> = {
  "team.name_invalid": "name",
  "team.name_taken": "name",
  "team.confirmation_wrong": "confirmation",
};

/**
 * What an act came to, or its refusal as the reply, in the words of the catalogue (`errors.refusals`).
 *
 * @throws ConsoleError 409, or the status of the refusal.
 */
export async function unwrap<T>(outcome: Outcome<T>): Promise<T> {
  if (outcome.ok) return outcome.value;
  const { code, about } = outcome.refusal;
  const t = await getTranslations("errors.refusals");
  const field = FIELD[code];
  throw new ConsoleError({
    code,
    status: STATUS[code] ?? 409,
    message: t(code, { ...about }),
    ...(field && { field }),
  });
}

/** @throws ConsoleError 404 when a lookup found nothing. */
export async function found<T>(value: T | undefined, code: "user.not_found" | "team.not_found"): Promise<T> {
  return value ?? unwrap<T>({ ok: false, refusal: { code } });
}
