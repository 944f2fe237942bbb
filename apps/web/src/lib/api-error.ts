import { textAt } from "./text-at.ts";

/** Why a console API call failed, as the server or the network told. */
export class ApiError extends Error {
  /** 0 when the server was not reached. */
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly fix: string | undefined;
  /** The moment that the message speaks of, ISO 8601. */
  readonly at: string | undefined;
  readonly requestId: string | undefined;

  constructor(init: {
    status: number;
    code: string;
    message: string;
    field?: string | undefined;
    fix?: string | undefined;
    at?: string | undefined;
    requestId?: string | undefined;
  }) {
    super(init.message);
    this.name = "ApiError";
    this.status = init.status;
    this.code = init.code;
    this.field = init.field;
    this.fix = init.fix;
    this.at = init.at;
    this.requestId = init.requestId;
  }
}

/** Reads an error reply; a reply that is none of ours (a proxy's page) keeps its status. */
export async function apiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const text = (name: string) => textAt(body, "error", name);
  return new ApiError({
    status: response.status,
    code: text("code") ?? "reply.unreadable",
    message: text("message") ?? response.statusText,
    field: text("field"),
    fix: text("fix"),
    at: text("at"),
    requestId: text("requestId"),
  });
}
