import { type ApiError, apiError } from "~/lib/api-error.ts";
import { textAt } from "~/lib/text-at.ts";

export interface Credentials {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

export type SignInOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: ApiError; readonly retryAt: Date | null }
  | { readonly ok: false; readonly error: null };

/** Signs in with a password. The cookie comes with the reply; nothing of it is visible to scripts. */
export async function signIn(credentials: Credentials): Promise<SignInOutcome> {
  try {
    const csrf: unknown = await (await fetch("/api/auth/csrf", { cache: "no-store" })).json();
    const csrfToken = textAt(csrf, "csrfToken") ?? "";
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ ...credentials, csrfToken, json: "true" }),
    });
    if (response.ok) return { ok: true };
    const seconds = Number(response.headers.get("Retry-After"));
    const retryAt = seconds > 0 ? new Date(Date.now() + seconds * 1000) : null;
    return { ok: false, error: await apiError(response), retryAt };
  } catch {
    return { ok: false, error: null };
  }
}
