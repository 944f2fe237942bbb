import type { InviteRefusal } from "@rollcall/directory/invites/accept-invite";
import { ConsoleError } from "./console-error.ts";
import { passwordRefusal } from "./password-refusal.ts";
import { throttled } from "./throttled.ts";

/** How an invite that cannot be used is told. */
export function inviteRefusal(refusal: InviteRefusal): ConsoleError {
  switch (refusal.code) {
    case "invite.throttled":
      return throttled(refusal.code, refusal.until);
    case "password.unfit":
      return passwordRefusal(refusal.fault, "password");
    case "invite.password_missing":
      return new ConsoleError({
        code: refusal.code,
        status: 400,
        field: "password",
        message: "Enter a password.",
      });
    case "invite.person_exists":
      return new ConsoleError({
        code: refusal.code,
        status: 409,
        message: "You have an account already. Sign in.",
      });
    case "invite.not_valid":
      return new ConsoleError({
        code: refusal.code,
        status: 410,
        message: "This invite was used, was revoked, or is too old.",
        fix: "Ask for a new one.",
      });
  }
}
