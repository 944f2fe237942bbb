import { ApiError } from "./api-error.ts";

/** What a failed call tells a person: the refusal, its way out, and the reference when it was our fault. */
export function failureText(error: unknown): string {
  if (!(error instanceof ApiError)) return String(error instanceof Error ? error.message : error);
  const reference = error.status >= 500 && error.requestId ? `(${error.requestId})` : "";
  return [error.message, error.fix, reference].filter(Boolean).join(" ");
}
