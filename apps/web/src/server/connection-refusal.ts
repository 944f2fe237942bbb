import { ConsoleError } from "./console-error.ts";

/** A tenant without provisioning settings: made by hand, or half restored. */
export function connectionMissing(): ConsoleError {
  return new ConsoleError({
    code: "connection.missing",
    status: 404,
    message: "This organisation has no provisioning settings.",
    fix: "Ask whoever runs Rollcall to restore them.",
  });
}

/** Another admin was faster; nothing was overwritten. */
export function changedMeanwhile(code: string): ConsoleError {
  return new ConsoleError({
    code,
    status: 409,
    message: "Someone else changed this a moment ago. Nothing was overwritten.",
    fix: "Look at the current values and change them again if you still want to.",
  });
}
