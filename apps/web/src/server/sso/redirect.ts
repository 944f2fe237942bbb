/** `303 See Other`: a POST is followed by a GET. */
export function redirectTo(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "no-store" } });
}

/** The sign-in page of a tenant with what to say there: a recorded refusal, or one of the reasons without a record. */
export function toLogin(
  slug: string,
  why: { sso: string } | { reason: "not_configured" | "other_browser" },
): string {
  return `/login?${new URLSearchParams({ tenant: slug, ...why })}`;
}

export const SSO_PAGE = "/settings/security/sso";

/** The SSO page with the result of a test. */
export function toTestResult(signInId: string): string {
  return `${SSO_PAGE}?${new URLSearchParams({ test: signInId })}`;
}
