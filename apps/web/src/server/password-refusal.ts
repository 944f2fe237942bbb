import type { PasswordFault } from "@rollcall/directory/accounts/password-policy";
import { ConsoleError } from "./console-error.ts";

const MESSAGES: Readonly<Record<PasswordFault, string>> = {
  too_short: "Use at least 12 characters.",
  too_long: "Use at most 256 characters.",
  common: "This password is easy to guess. Use a longer phrase that nobody else would choose.",
};

/** How an unfit password is told. */
export function passwordRefusal(fault: PasswordFault, field: string): ConsoleError {
  return new ConsoleError({ code: `password.${fault}`, status: 400, field, message: MESSAGES[fault] });
}
