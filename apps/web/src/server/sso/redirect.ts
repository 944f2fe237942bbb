import type { AuthErrorCode } from "~/features/login/auth-error.ts";

/** `303 See Other`: a POST is followed by a GET. */
export function redirectTo(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "no-store" } });
}

/** The sign-in page of a tenant with what to say there: a recorded refusal, or the one reason without a record. */
export function toLogin(slug: string, why: { sso: string } | { reason: "other_browser" }): string {
  return `/login?${new URLSearchParams({ tenant: slug, ...why })}`;
}

/** The page for what no sign-in page can say, because there is none for it or it may fail too. */
export function toAuthError(tenant: string, error: AuthErrorCode, reference?: string): string {
  return `/auth/error?${new URLSearchParams({ error, tenant, ...(reference && { reference }) })}`;
}

export const SSO_PAGE = "/settings/security/sso";

/** The SSO page with the result of a test. */
export function toTestResult(signInId: string): string {
  return `${SSO_PAGE}?${new URLSearchParams({ test: signInId })}`;
}
