import type { BrowserContext } from "@playwright/test";

/** Signs a browser in with the cookies of a session that was made over HTTP. */
export async function addSession(context: BrowserContext, origin: string, cookie: string): Promise<void> {
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin };
  });
  await context.addCookies(cookies);
}
