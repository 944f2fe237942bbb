import type { ConnectionView } from "../ports.ts";

export const SCIM_JSON = "application/scim+json";
export const JSON_TYPE = "application/json";

/** The media type of a header's value without its parameters, in lower case. */
export function baseType(header: string): string {
  const semicolon = header.indexOf(";");
  return (semicolon < 0 ? header : header.slice(0, semicolon)).trim().toLowerCase();
}

/** Whether a body of this Content-Type is read: SCIM's, JSON's, or none named. RFC 7644 §3.1 and §3.8. */
export function isReadable(contentType: string | undefined): boolean {
  if (contentType === undefined || contentType.trim() === "") return true;
  const type = baseType(contentType);
  return type === SCIM_JSON || type === JSON_TYPE;
}

/**
 * The media type of a reply: what the connection is set to; else what Accept prefers; else that of the request's own
 * body; else `application/scim+json`. RFC 7644 §3.8.
 */
export function replyType(
  accept: string | undefined,
  contentType: string | undefined,
  connection: ConnectionView | undefined,
): string {
  if (connection && connection.mediaType !== "auto") return connection.mediaType;
  const accepted = accept === undefined ? undefined : acceptedType(accept);
  if (accepted !== undefined) return accepted;
  return contentType !== undefined && baseType(contentType) === JSON_TYPE ? JSON_TYPE : SCIM_JSON;
}

function acceptedType(accept: string): string | undefined {
  if (accept === SCIM_JSON || accept === JSON_TYPE) return accept;
  let scim = 0;
  let json = 0;
  for (const range of accept.split(",")) {
    const type = baseType(range);
    if (type === SCIM_JSON) scim = Math.max(scim, quality(range));
    if (type === JSON_TYPE) json = Math.max(json, quality(range));
  }
  if (scim === 0 && json === 0) return undefined;
  return json > scim ? JSON_TYPE : SCIM_JSON;
}

function quality(range: string): number {
  const match = /;\s*q=([\d.]+)/i.exec(range);
  return match ? Number(match[1]) : 1;
}
