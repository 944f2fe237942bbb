import type { StoredSettings } from "@rollcall/directory/connection/settings";
import { env } from "./runtime.ts";

/** The settings of a connection as the console shows them: with what this deployment can do about them. */
export function settingsReply(settings: StoredSettings): StoredSettings & { readonly mailServer: boolean } {
  return { ...settings, mailServer: env().SMTP_URL !== undefined };
}
