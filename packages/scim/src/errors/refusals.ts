import type { ScimError, ScimType } from "./scim-error.ts";

/** The stable names of the reasons for which the protocol itself refuses a request. */
export type ProtocolReason =
  /** No endpoint has this path: most often a wrong base URL. */
  | "path.not_found"
  /** The endpoint is there, the method is not. */
  | "path.method_not_allowed"
  /** The endpoint is part of SCIM and not implemented: /Me. */
  | "path.not_implemented"
  /** The body is no JSON, or no valid SCIM. */
  | "payload.unreadable"
  | "payload.too_large"
  | "payload.media_type"
  /** The filter, or another query parameter, cannot be answered. */
  | "filter.unsupported"
  /** If-Match named another version than the present one. */
  | "resource.version_mismatch"
  | "server.error";

function refusal(code: ProtocolReason, status: number, scimType: ScimType, detail: string): ScimError {
  return { code, status, scimType, detail };
}

/** 400 `invalidFilter`. RFC 7644 §3.12. */
export function invalidFilter(detail: string): ScimError {
  return refusal("filter.unsupported", 400, "invalidFilter", detail);
}

/** 400 `invalidValue` for a query parameter other than the filter. */
export function invalidParameter(detail: string): ScimError {
  return refusal("filter.unsupported", 400, "invalidValue", detail);
}

/** 400 `invalidSyntax`: the body's structure is wrong. RFC 7644 §3.12. */
export function invalidSyntax(detail: string): ScimError {
  return refusal("payload.unreadable", 400, "invalidSyntax", detail);
}

/** 400 `invalidValue`: an attribute's value is missing or of the wrong kind. RFC 7644 §3.12. */
export function invalidValue(detail: string): ScimError {
  return refusal("payload.unreadable", 400, "invalidValue", detail);
}

/** 400 `invalidPath`: the path of a PATCH operation cannot be read. RFC 7644 §3.12. */
export function invalidPath(detail: string): ScimError {
  return refusal("payload.unreadable", 400, "invalidPath", detail);
}

/** 400 `noTarget`: the path of a PATCH operation yields nothing to work on. RFC 7644 §3.12. */
export function noTarget(detail: string): ScimError {
  return refusal("payload.unreadable", 400, "noTarget", detail);
}

/** 400 `mutability`: the change is not compatible with the attribute's mutability. RFC 7644 §3.12. */
export function mutability(detail: string): ScimError {
  return refusal("payload.unreadable", 400, "mutability", detail);
}

/** 403 `sensitive`: the URI would carry what must not stand in a URI. RFC 7644 §7.5.2. */
export function sensitive(detail: string): ScimError {
  return refusal("filter.unsupported", 403, "sensitive", detail);
}
