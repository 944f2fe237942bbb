import { clip } from "./clip.ts";
import type { ScimError, ScimType } from "./scim-error.ts";

/** The longest detail of a refusal: names in it are the client's own and may be of any length. */
const MAX_DETAIL = 500;

/** The stable names of the reasons for which the protocol itself refuses a request. */
export type ProtocolReason =
  /** No endpoint has this path: most often a wrong base URL. */
  | "path.not_found"
  /** The endpoint is there, the method is not. */
  | "path.method_not_allowed"
  /** The endpoint is part of SCIM and not implemented: /Me. */
  | "path.not_implemented"
  /** The body is no JSON, or no SCIM message. */
  | "payload.unreadable"
  /** The body was read; one of its values is not what the schema allows. */
  | "payload.invalid"
  | "payload.too_large"
  | "payload.media_type"
  /** The filter, or another query parameter, cannot be answered. */
  | "filter.unsupported"
  /** If-Match or If-None-Match does not want the present version changed. */
  | "resource.version_mismatch"
  | "server.error"
  | MissingReason;

/** What a resource cannot be without. */
export type MissingReason = "user.username_missing" | "group.name_missing";

function refusal(code: ProtocolReason, status: number, scimType: ScimType, detail: string): ScimError {
  return { code, status, scimType, detail: clip(detail, MAX_DETAIL) };
}

/** 400 `invalidFilter`. RFC 7644 §3.12. */
export function invalidFilter(detail: string): ScimError {
  return refusal("filter.unsupported", 400, "invalidFilter", detail);
}

/** 400 `invalidValue` for a query parameter other than the filter. */
export function invalidParameter(detail: string): ScimError {
  return refusal("filter.unsupported", 400, "invalidValue", detail);
}

/** 400 `invalidPath`: `sortBy` names no attribute that can be sorted by. RFC 7644 §3.4.2.3. */
export function invalidSort(detail: string): ScimError {
  return refusal("filter.unsupported", 400, "invalidPath", detail);
}

/** 400 `invalidSyntax`: the body's structure is wrong. RFC 7644 §3.12. */
export function invalidSyntax(detail: string): ScimError {
  return refusal("payload.unreadable", 400, "invalidSyntax", detail);
}

/** 400 `invalidValue`: an attribute's value is of the wrong kind, or not to be had. RFC 7644 §3.12. */
export function invalidValue(detail: string): ScimError {
  return refusal("payload.invalid", 400, "invalidValue", detail);
}

/** 400 `invalidValue`: an attribute that the resource needs has no value. RFC 7644 §3.12. */
export function missingValue(reason: MissingReason, detail: string): ScimError {
  return refusal(reason, 400, "invalidValue", detail);
}

/** 400 `invalidPath`: the path of a PATCH operation cannot be read. RFC 7644 §3.12. */
export function invalidPath(detail: string): ScimError {
  return refusal("payload.unreadable", 400, "invalidPath", detail);
}

/** 400 `noTarget`: the path of a PATCH operation yields nothing to work on. RFC 7644 §3.12. */
export function noTarget(detail: string): ScimError {
  return refusal("payload.invalid", 400, "noTarget", detail);
}

/** 400 `mutability`: the change is not compatible with the attribute's mutability. RFC 7644 §3.12. */
export function mutability(detail: string): ScimError {
  return refusal("payload.invalid", 400, "mutability", detail);
}

/** 400 `invalidCount`: the page size of a cursor query. RFC 9865 §2.1. */
export function invalidCount(detail: string): ScimError {
  return refusal("filter.unsupported", 400, "invalidCount", detail);
}

/** 400 `invalidCursor`: the cursor was not made for this query. RFC 9865 §2.1. */
export function invalidCursor(detail: string): ScimError {
  return refusal("filter.unsupported", 400, "invalidCursor", detail);
}

/** 403 `sensitive`: the URI would carry what must not stand in a URI. RFC 7644 §7.5.2. */
export function sensitive(detail: string): ScimError {
  return refusal("filter.unsupported", 403, "sensitive", detail);
}

/** 404: no endpoint has this path. */
export function pathNotFound(path: string): ScimError {
  const detail = `There is no SCIM endpoint at "${path}". Check the base URL that the identity provider uses.`;
  return { code: "path.not_found", status: 404, detail: clip(detail, MAX_DETAIL) };
}

/** 405 with the methods that the endpoint has. RFC 9110 §15.5.6. */
export function methodNotAllowed(method: string, path: string, allow: string): ScimError {
  const detail = `"${path}" does not answer ${method}; it answers ${allow}.`;
  return {
    code: "path.method_not_allowed",
    status: 405,
    detail: clip(detail, MAX_DETAIL),
    headers: { allow },
  };
}

/** 501: part of SCIM, not of this service provider. RFC 7644 §3.11. */
export function notImplemented(detail: string): ScimError {
  return { code: "path.not_implemented", status: 501, detail: clip(detail, MAX_DETAIL) };
}

/** 413, naming the limit that was exceeded. RFC 7644 §3.7.4. */
export function payloadTooLarge(detail: string): ScimError {
  return { code: "payload.too_large", status: 413, detail: clip(detail, MAX_DETAIL) };
}

/** 415: the body is neither application/scim+json nor application/json. RFC 7644 §3.1. */
export function unsupportedMediaType(mediaType: string): ScimError {
  const detail = `The body's media type is "${mediaType}"; send application/scim+json or application/json.`;
  return { code: "payload.media_type", status: 415, detail: clip(detail, MAX_DETAIL) };
}

/** 415: the body is compressed. RFC 9110 §15.5.16. */
export function unsupportedEncoding(encoding: string): ScimError {
  const detail = `The body is encoded as "${encoding}"; send it as it is.`;
  const headers = { "accept-encoding": "identity" };
  return { code: "payload.media_type", status: 415, detail: clip(detail, MAX_DETAIL), headers };
}

/** 500 that tells nothing but where to look. */
export function serverError(requestId: string): ScimError {
  const detail = `The service provider failed. The request's id is ${requestId}.`;
  return { code: "server.error", status: 500, detail: clip(detail, MAX_DETAIL) };
}

/** 403: a list that cannot be filtered. RFC 7644 §4. */
export function filterForbidden(detail: string): ScimError {
  return { code: "filter.unsupported", status: 403, detail: clip(detail, MAX_DETAIL) };
}

/** 409: a bulk operation refers to a resource that was not made. RFC 7644 §3.7.1. */
export function bulkReferenceFailed(bulkId: string): ScimError {
  const detail = `"bulkId:${bulkId}" names no resource that this bulk request has made.`;
  return refusal("payload.invalid", 409, "invalidValue", detail);
}
