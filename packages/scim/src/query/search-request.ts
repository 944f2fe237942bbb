import type { Deviations } from "../dialects/dialect.ts";
import { missingSchemas } from "../dialects/missing-schemas.ts";
import { stringNumber } from "../dialects/string-number.ts";
import { invalidSyntax } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, type JsonObject, type JsonValue } from "../json.ts";
import { SEARCH_REQUEST } from "../schema/urns.ts";
import type { QueryParameters } from "./parameters.ts";

const INTEGER = /^-?\d{1,15}$/;
const TEXTS = ["filter", "sortBy", "sortOrder", "cursor"] as const;
const NUMBERS = ["startIndex", "count"] as const;
const LISTS = ["attributes", "excludedAttributes"] as const;

/**
 * Reads the body of a POST to `/.search`: the same parameters as in a query string.
 * @throws Refused `invalidSyntax` when a parameter has the wrong type. RFC 7644 §3.4.3.
 */
export function readSearchRequest(body: JsonObject, deviations: Deviations): QueryParameters {
  const members = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]));
  checkMessage(members.get("schemas"), deviations);
  const parameters: { -readonly [key in keyof QueryParameters]: QueryParameters[key] } = {};
  for (const name of TEXTS) {
    const value = members.get(name.toLowerCase()) ?? null;
    if (typeof value === "string") parameters[name] = value;
    else if (value !== null) refuse(name, "text");
  }
  for (const name of NUMBERS) {
    const value = members.get(name.toLowerCase()) ?? null;
    if (typeof value === "number" && Number.isSafeInteger(value)) parameters[name] = String(value);
    else if (typeof value === "string" && INTEGER.test(value)) {
      deviations.note(stringNumber, name);
      parameters[name] = value;
    } else if (value !== null) refuse(name, "a whole number");
  }
  for (const name of LISTS) {
    const value = members.get(name.toLowerCase()) ?? null;
    if (value !== null) parameters[name] = readList(name, value);
  }
  return parameters;
}

function readList(name: string, value: JsonValue): string {
  if (typeof value === "string") return value;
  if (!isJsonArray(value)) return refuse(name, "a list of attribute names");
  return value
    .map((entry) => (typeof entry === "string" ? entry : refuse(name, "a list of attribute names")))
    .join(",");
}

function checkMessage(schemas: JsonValue | undefined, deviations: Deviations): void {
  const list = isJsonArray(schemas) ? schemas : [schemas];
  if (list.some((urn) => typeof urn === "string" && urn.toLowerCase() === SEARCH_REQUEST.toLowerCase()))
    return;
  deviations.note(missingSchemas, SEARCH_REQUEST, invalidSyntax(`"schemas" must name "${SEARCH_REQUEST}".`));
}

function refuse(name: string, wanted: string): never {
  throw new Refused(invalidSyntax(`"${name}" must be ${wanted}.`));
}
