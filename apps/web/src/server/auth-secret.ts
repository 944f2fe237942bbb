import { instanceSecret } from "@rollcall/directory/accounts/instance-secret";
import { database, env } from "./runtime.ts";

let stored: Promise<string> | undefined;

/** The key of session cookies: `ROLLCALL_SECRET` when set, else one that the replicas share through the database. */
export async function authSecret(): Promise<string> {
  const { ROLLCALL_SECRET, NEXTAUTH_SECRET } = env();
  const configured = ROLLCALL_SECRET ?? NEXTAUTH_SECRET;
  if (configured) return configured;
  stored ??= instanceSecret(database(), "session").catch((error: unknown) => {
    stored = undefined;
    throw error;
  });
  return stored;
}
