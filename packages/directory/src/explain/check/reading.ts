import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@rollcall/scim";
import type { PayloadReading } from "./check.ts";
import type { Observed } from "./observe.ts";

const MAX_NAMES = 100;

/** What the endpoint's own reader made of the body, by name. */
export function readingOf(seen: Observed, method: string): PayloadReading {
  const body = isJsonObject(seen.call?.body) ? seen.call.body : {};
  const deviations = seen.call?.deviations ?? [];
  const isUnknown = (dialect: string) => dialect.startsWith("unknown_");
  const unknown = deviations.filter(({ dialect }) => isUnknown(dialect)).map(({ what }) => what ?? "");
  const understood = !seen.understood
    ? []
    : method === "PATCH"
      ? operationsOf(body)
      : attributesOf(seen, body);
  return {
    understood: understood.slice(0, MAX_NAMES),
    ignored: seen.understood && method !== "PATCH" ? ignoredOf(body, understood, unknown) : [],
    unknown,
    dialects: deviations
      .filter(({ dialect }) => !isUnknown(dialect))
      .map(({ dialect, what }) => ({ name: dialect, what: what ?? null })),
  };
}

/** A team's draft and change always have `members`, whether or not the body has. */
function attributesOf({ user, groups, group }: Observed, body: JsonObject): string[] {
  const taken = Object.entries({ ...user, ...(groups && { groups }), ...group });
  return taken
    .filter(([name, value]) => (name === "members" ? member(body, name) : value) != null)
    .map(([name]) => name);
}

/** `replace active`, `add members`; of an operation without a path the attributes in its value. */
function operationsOf(body: JsonObject): string[] {
  const operations = member(body, "operations");
  return (isJsonArray(operations) ? operations : []).flatMap((operation) => {
    if (!isJsonObject(operation)) return [];
    const [op, path, value] = ["op", "path", "value"].map((name) => member(operation, name));
    const verb = typeof op === "string" ? op.toLowerCase() : "";
    if (typeof path === "string") return [`${verb} ${path}`];
    return isJsonObject(value) ? Object.keys(value).map((name) => `${verb} ${name}`) : [verb];
  });
}

function member(of: JsonObject, name: string): JsonValue | undefined {
  return Object.entries(of).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Names of the body that went nowhere though the schemas have them: read-only, a secret, or without a value. */
function ignoredOf(body: JsonObject, understood: readonly string[], unknown: readonly string[]): string[] {
  const used = new Set([...understood, ...unknown, "schemas"].map((name) => name.toLowerCase()));
  return Object.keys(body)
    .filter((name) => !used.has(name.toLowerCase()) && !isPartOfUsed(name, used))
    .slice(0, MAX_NAMES);
}

/** `urn:…:User:department` and `name.givenName` stand for a part of what was understood. */
function isPartOfUsed(name: string, used: ReadonlySet<string>): boolean {
  const lower = name.toLowerCase();
  return [...used].some(
    (each) => lower.startsWith(`${each}.`) || lower.startsWith(`${each}:`) || lower.endsWith(`:${each}`),
  );
}
