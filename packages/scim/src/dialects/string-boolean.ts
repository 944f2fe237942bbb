import type { Dialect } from "./dialect.ts";

export const stringBoolean: Dialect = {
  name: "string-boolean",
  clients: ["OneLogin", "Entra ID"],
  what: 'A boolean comes as text: "true", "False".',
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-config-problem-scim-compatibility",
};

/** Reads a boolean from text, whatever its case; undefined when the text is none. */
export function readBooleanText(text: string): boolean | undefined {
  const folded = text.trim().toLowerCase();
  if (folded === "true") return true;
  if (folded === "false") return false;
  return undefined;
}
