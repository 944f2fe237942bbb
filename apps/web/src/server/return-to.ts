/** Header in which the proxy tells server components the path and query they render. */
export const PATH_HEADER = "x-rollcall-path";

/** Leads an admin to Users, and a member, who may not see them, to the own account. */
export const HOME = "/";

/**
 * Where to go after sign-in: a path of this console. Anything that could leave the origin (`//host`, `/\host`, a scheme,
 * control characters) becomes the home page.
 */
export function safeReturnTo(value: string | null | undefined): string {
  if (!value?.startsWith("/")) return HOME;
  const base = "http://console.invalid";
  if (!URL.canParse(value, base)) return HOME;
  const url = new URL(value, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return HOME;
  if (/^\/(login|setup|api)(\/|$)/.test(url.pathname)) return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page that leads back to `path`. */
export function loginPath(path: string | null | undefined): string {
  const returnTo = safeReturnTo(path);
  return returnTo === HOME ? "/login" : `/login?returnTo=${encodeURIComponent(returnTo)}`;
}
