/** What a refusal of the console API says. `code` is stable; `message` says what and why; `fix` the way out. */
export interface ConsoleRefusal {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly message: string;
  /** Name of the field of the body that is at fault. */
  readonly field?: string;
  readonly fix?: string;
  /** The moment that the message speaks of, ISO 8601. */
  readonly at?: string;
  /** Headers that the status asks for, such as Retry-After in seconds. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by a console route to answer with a refusal. Anything else that is thrown is our fault and answers 500. */
export class ConsoleError extends Error {
  readonly refusal: ConsoleRefusal;

  constructor(refusal: ConsoleRefusal) {
    super(refusal.message);
    this.name = "ConsoleError";
    this.refusal = refusal;
  }
}

/** The reply of a refusal: `{ error: { code, message, field?, fix?, at?, requestId } }`, kept by no cache. */
export function refusalResponse(refusal: ConsoleRefusal, requestId: string): Response {
  const { code, message, field, fix, at } = refusal;
  return Response.json(
    {
      error: { code, message, ...(field && { field }), ...(fix && { fix }), ...(at && { at }), requestId },
    },
    { status: refusal.status, headers: { "Cache-Control": "no-store", ...refusal.headers } },
  );
}
