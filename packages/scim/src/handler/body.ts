import { inspectJson } from "../canonical/inspect.ts";
import { describe } from "../canonical/scalar.ts";
import {
  invalidSyntax,
  payloadTooLarge,
  unsupportedEncoding,
  unsupportedMediaType,
} from "../errors/refusals.ts";
import { Refused } from "../errors/refused.ts";
import { utf8Length } from "../filter/limits.ts";
import { isReadable } from "../http/media-type.ts";
import { bodyLimit, type ScimRequest } from "../http/request.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";

/**
 * Reads the body of a write as a JSON object.
 * @throws Refused 413, 415, or 400 `invalidSyntax`/`invalidValue` with the place of the trouble
 */
export function readBody(request: ScimRequest): JsonObject {
  const { body, bodyProblem } = request;
  if (bodyProblem === "too_large") throw new Refused(tooLarge(request.path));
  const encoding = request.header("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity") throw new Refused(unsupportedEncoding(encoding));
  if (bodyProblem === "not_utf8") throw new Refused(invalidSyntax("The body is not UTF-8."));
  if (bodyProblem === "incomplete")
    throw new Refused(invalidSyntax("The body ended before it was complete."));
  if (body === undefined || body.trim() === "") throw new Refused(invalidSyntax("The body is empty."));
  if (isLonger(body, bodyLimit(request.path))) throw new Refused(tooLarge(request.path));
  const contentType = request.header("content-type");
  if (!isReadable(contentType)) throw new Refused(unsupportedMediaType(contentType ?? ""));
  const value = parseJson(body);
  if (!isJsonObject(value)) {
    throw new Refused(invalidSyntax(`The body must be a JSON object, not ${describe(value)}.`));
  }
  inspectJson(value);
  return value;
}

/** Whether a text is longer than a limit in bytes. A text has at most three bytes for each of its code units. */
function isLonger(text: string, limit: number): boolean {
  return text.length > limit || (text.length * 3 > limit && utf8Length(text) > limit);
}

function tooLarge(path: string) {
  const limit = bodyLimit(path);
  const name = path.includes("Bulk")
    ? "The size of the bulk operation exceeds the maxPayloadSize"
    : "The body exceeds";
  return payloadTooLarge(`${name} (${limit} bytes).`);
}

const BYTE_ORDER_MARK = "\ufeff";

/** A byte order mark is ignored: .NET clients send one. RFC 8259 §8.1. */
function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  } catch (thrown) {
    const place = thrown instanceof Error ? /at position (\d+)/.exec(thrown.message)?.[1] : undefined;
    const where = place === undefined ? "" : `; the trouble is at character ${Number(place) + 1}`;
    throw new Refused(invalidSyntax(`The body is not valid JSON${where}.`));
  }
}
