/** The detail keywords of RFC 7644 §3.12, and those of RFC 9865 §2.1 for cursors. */
export type ScimType =
  | "invalidFilter"
  | "tooMany"
  | "uniqueness"
  | "mutability"
  | "invalidSyntax"
  | "invalidPath"
  | "noTarget"
  | "invalidValue"
  | "invalidVers"
  | "sensitive"
  | "invalidCursor"
  | "expiredCursor"
  | "invalidCount";

/**
 * A refusal, as data. `code` is the stable name of the reason (`user.email_missing`): the finding in the console and
 * its anchor in the documentation bear the same name.
 */
export interface ScimError {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly scimType?: ScimType;
  /** For the identity provider's task row: which field, what is wrong, the way out. */
  readonly detail: string;
  /** Headers that the status asks for: WWW-Authenticate, Allow, Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ScimError };
