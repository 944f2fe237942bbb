import type { ScimDirectory } from "../ports.ts";

/** A request as plain data, so that any server can hand one over. */
export interface ScimRequest {
  readonly method: string;
  /** Path below the tenant's base URL with its query, still percent-encoded: `/Users?filter=…`. */
  readonly path: string;
  /** Slug of the tenant in the URL. */
  readonly tenant: string;
  /** Absolute base URL of the tenant's endpoint, no slash at the end: `https://host/api/scim/acme/v2`. */
  readonly baseUrl: string;
  /** Looks a header up by its lower-case name. Several of one name are joined with ", ". */
  readonly header: (name: string) => string | undefined;
  /** The body's text; absent when there is none. */
  readonly body?: string;
  /** Why there is no text although a body came: longer than `bodyLimit(path)`, not UTF-8, or cut off. */
  readonly bodyProblem?: "too_large" | "not_utf8" | "incomplete";
  readonly ip?: string;
  /** The request's id in logs and events; the handler makes one when it is absent. */
  readonly requestId?: string;
}

/** An answer as plain data. */
export interface ScimReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or pieces of text that are to be sent as they come; absent for an answer without a body. */
  readonly body?: string | AsyncIterable<string>;
}

/** Answers every request with a SCIM reply. It never rejects. */
export type ScimHandler = (request: ScimRequest) => Promise<ScimReply>;

/** The longest body of any request but a bulk request, in bytes. */
export const MAX_BODY_BYTES = 1_048_576;

/** The longest body of a bulk request, in bytes: `bulk.maxPayloadSize`. */
export const MAX_BULK_BYTES = 4_194_304;

/** The longest body, in bytes, that a server needs to read for this path. */
export function bodyLimit(path: string): number {
  return /^\/*Bulk\/*(?:\?|$)/.test(path) ? MAX_BULK_BYTES : MAX_BODY_BYTES;
}

/** What a handler needs from outside: everything that is not pure. */
export interface ScimHandlerOptions {
  readonly directory: ScimDirectory;
  /** Makes the id of a request that came without one. */
  readonly newId: () => string;
  readonly now: () => Date;
  /** Told of an exception that was answered with 500. The caller sees none of it. */
  readonly onError?: (thrown: unknown, requestId: string) => void;
}
