import type { Deviations } from "../dialects/dialect.ts";
import { missingSchemas } from "../dialects/missing-schemas.ts";
import { MAX_BULK_OPERATIONS } from "../discovery/service-provider-config.ts";
import { invalidSyntax, invalidValue, payloadTooLarge } from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { BULK_REQUEST, PATCH_OP } from "../schema/urns.ts";

/** One operation of a bulk request, as it stands in the body. RFC 7644 §3.7. */
export interface BulkOperation {
  /** In upper case. Whether it is one that bulk knows is checked when it is performed. */
  readonly method: string;
  readonly path: string;
  readonly bulkId?: string;
  /** The ETag that the resource must still have. */
  readonly version?: string;
  readonly data?: JsonValue;
}

export interface BulkRequest {
  /** After how many errors the rest is left alone; Infinity when the client did not say. */
  readonly failOnErrors: number;
  readonly operations: readonly BulkOperation[];
}

/**
 * Reads a bulk request.
 * @throws Refused 413 for too many operations, 400 when the structure is wrong. RFC 7644 §3.7 and §3.7.4.
 */
export function readBulkRequest(body: JsonObject, deviations: Deviations): BulkRequest {
  const members = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase(), value]));
  checkMessage(members.get("schemas"), deviations);
  const operations = members.get("operations");
  if (!isJsonArray(operations))
    throw new Refused(invalidSyntax('A bulk request has a list called "Operations".'));
  if (operations.length > MAX_BULK_OPERATIONS) {
    const detail = `The bulk request has ${operations.length} operations, which exceeds the maxOperations (${MAX_BULK_OPERATIONS}).`;
    throw new Refused(payloadTooLarge(detail));
  }
  const read = operations.map(readOperation);
  assertDistinct(read);
  return { failOnErrors: readLimit(members.get("failonerrors")), operations: read };
}

function readOperation(raw: JsonValue, index: number): BulkOperation {
  const place = `Operations[${index}]`;
  if (!isJsonObject(raw)) throw new Refused(invalidSyntax(`"${place}" must be an object.`));
  const members = new Map(Object.entries(raw).map(([key, value]) => [key.toLowerCase(), value]));
  const text = (name: string) => {
    const value = members.get(name.toLowerCase()) ?? undefined;
    if (value === undefined || typeof value === "string") return value;
    throw new Refused(invalidSyntax(`"${place}.${name}" must be text.`));
  };
  const bulkId = text("bulkId");
  const version = text("version");
  const method = text("method")?.toUpperCase() ?? "";
  const data = readData(method, members.get("data") ?? undefined);
  return {
    method,
    path: text("path") ?? "",
    ...(bulkId !== undefined && { bulkId }),
    ...(version !== undefined && { version }),
    ...(data !== undefined && { data }),
  };
}

/** The data of an operation. A PATCH may bring its bare list of operations, as the example of RFC 7644 §3.7.3 does. */
function readData(method: string, data: JsonValue | undefined): JsonValue | undefined {
  return method === "PATCH" && isJsonArray(data) ? { schemas: [PATCH_OP], Operations: data.flat() } : data;
}

function readLimit(value: JsonValue | undefined): number {
  if (value === undefined || value === null) return Number.POSITIVE_INFINITY;
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw new Refused(invalidValue('"failOnErrors" must be a whole number above 0.'));
}

function assertDistinct(operations: readonly BulkOperation[]): void {
  const seen = new Set<string>();
  for (const { bulkId, method } of operations) {
    if (bulkId === undefined || method !== "POST") continue;
    if (seen.has(bulkId)) throw new Refused(invalidValue(`The bulkId "${bulkId}" stands on two operations.`));
    seen.add(bulkId);
  }
}

function checkMessage(schemas: JsonValue | undefined, deviations: Deviations): void {
  const list = isJsonArray(schemas) ? schemas : [schemas];
  if (list.some((urn) => typeof urn === "string" && urn.toLowerCase() === BULK_REQUEST.toLowerCase())) return;
  deviations.note(missingSchemas, BULK_REQUEST, invalidSyntax(`"schemas" must name "${BULK_REQUEST}".`));
}
