import type { SetupRefusal } from "@rollcall/directory/accounts/setup";
import { ConsoleError } from "./console-error.ts";
import { passwordRefusal } from "./password-refusal.ts";
import { throttled } from "./throttled.ts";

/** How a refused set-up is told. */
export function setupRefusal(refusal: SetupRefusal): ConsoleError {
  switch (refusal.code) {
    case "setup.throttled":
      return throttled(refusal.code, refusal.until);
    case "setup.closed":
      return new ConsoleError({
        code: refusal.code,
        status: 409,
        message: "Someone finished setup a moment ago. Sign in.",
      });
    case "setup.code_wrong":
      return new ConsoleError({
        code: refusal.code,
        status: 403,
        field: "code",
        message: "That is not the setup code.",
        fix: "Find the code in the server log line that starts with setup_code=.",
      });
    case "password.unfit":
      return passwordRefusal(refusal.fault, "password");
    case "tenant.slug_invalid":
    case "tenant.slug_taken":
      return new ConsoleError({
        code: refusal.code,
        status: 409,
        field: "organization",
        message: "This name is taken.",
      });
  }
}
