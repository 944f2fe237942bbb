import { ConsoleError } from "./console-error.ts";

/** The refusal of an attempt that comes too soon, with `Retry-After` in whole seconds (RFC 9110 §10.2.3). */
export function throttled(code: string, until: Date, now = new Date()): ConsoleError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new ConsoleError({
    code,
    status: 429,
    message: `Too many attempts. Try again after ${until.toISOString()}.`,
    headers: { "Retry-After": String(seconds) },
  });
}
