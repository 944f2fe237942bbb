import { z } from "zod";

const Csrf = z.object({ csrfToken: z.string() });

/**
 * Ends this browser's session and leaves for the sign-in page.
 *
 * @throws when the server cannot be reached or refuses; the session then still holds
 */
export async function signOut(): Promise<void> {
  const { csrfToken } = Csrf.parse(await (await fetch("/api/auth/csrf", { cache: "no-store" })).json());
  const response = await fetch("/api/auth/signout", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl: "/login", json: "true" }),
  });
  if (!response.ok) throw new Error(`Signing out answered ${response.status}.`);
  window.location.assign("/login");
}
