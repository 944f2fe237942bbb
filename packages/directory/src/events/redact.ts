import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@rollcall/scim";

export const REDACTED = "[redacted]";

const SECRET_NAME = /(?:password|passwd|secret|token|authorization|credential|api_?key)s?$/i;
const OUR_TOKEN = /rollcall_scim_[0-9A-Za-z]+/g;
const SECRET_PARAMETER = /([?&][^=&]*(?:token|password|secret|authorization)[^=&]*=)[^&]*/gi;
const PASSWORD_FILTER = /password(\s|\+|%20)/i;

const LEFT_OUT = "[left out]";
const SHORTENED = /^\[(?:\d+ more )?left out\]$|… \[\d+ characters\]$/;

const MAX_STRING = 2_000;
const MAX_ITEMS = 100;
const MAX_DEPTH = 12;
const MAX_NODES = 2_000;

/**
 * A body fit to be kept: secrets out, and cut to a size that a log can bear. Where values were left out, it says so.
 * A password is found under its name, under a URN ending in it, as the value of a PATCH operation whose path is it, and in
 * a filter that compares it.
 */
export function redact(body: JsonValue): JsonValue {
  const budget = { nodes: MAX_NODES };
  return copy(body, 0, budget);
}

/** Whether what was kept of a body is all that it said, but for secrets. */
export function isWhole(kept: unknown): boolean {
  if (typeof kept === "string") return !SHORTENED.test(kept);
  if (Array.isArray(kept)) return kept.every(isWhole);
  if (typeof kept !== "object" || kept === null) return true;
  const members = Object.values(kept);
  return members.length < MAX_ITEMS && members.every(isWhole);
}

/** A path with its query fit to be kept. */
export function redactPath(path: string): string {
  const shown = path
    .slice(0, MAX_STRING)
    .replace(OUR_TOKEN, REDACTED)
    .replace(SECRET_PARAMETER, `$1${REDACTED}`);
  return PASSWORD_FILTER.test(shown) ? `${shown.split("?", 1)[0]}?${REDACTED}` : shown;
}

function copy(value: JsonValue, depth: number, budget: { nodes: number }): JsonValue {
  if (--budget.nodes < 0 || depth > MAX_DEPTH) return LEFT_OUT;
  if (typeof value === "string") return copyString(value);
  if (isJsonArray(value)) {
    const kept = value.slice(0, MAX_ITEMS).map((element) => copy(element, depth + 1, budget));
    return value.length > MAX_ITEMS ? [...kept, `[${value.length - MAX_ITEMS} more left out]`] : kept;
  }
  return isJsonObject(value) ? copyObject(value, depth, budget) : value;
}

function copyObject(value: JsonObject, depth: number, budget: { nodes: number }): JsonObject {
  const isSecretOperation = typeof value.path === "string" && SECRET_NAME.test(value.path);
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([name, member]) => {
        const secret =
          SECRET_NAME.test(name) ||
          (isSecretOperation && name.toLowerCase() === "value") ||
          (name.toLowerCase() === "filter" && typeof member === "string" && PASSWORD_FILTER.test(member));
        return [name.slice(0, MAX_STRING), secret ? REDACTED : copy(member, depth + 1, budget)];
      }),
  );
}

function copyString(value: string): string {
  const text = value.replace(OUR_TOKEN, REDACTED);
  return text.length > MAX_STRING ? `${text.slice(0, MAX_STRING)}… [${text.length} characters]` : text;
}
