import { z } from "zod";

/** Why a console API call failed, as the server or the network told. */
export class ApiError extends Error {
  /** 0 when the server was not reached. */
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly fix: string | undefined;
  readonly requestId: string | undefined;

  constructor(init: {
    status: number;
    code: string;
    message: string;
    field?: string | undefined;
    fix?: string | undefined;
    requestId?: string | undefined;
  }) {
    super(init.message);
    this.name = "ApiError";
    this.status = init.status;
    this.code = init.code;
    this.field = init.field;
    this.fix = init.fix;
    this.requestId = init.requestId;
  }
}

const body = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
    fix: z.string().optional(),
    requestId: z.string().optional(),
  }),
});

/** Reads an error reply; a reply that is none of ours (a proxy's page) keeps its status. */
export async function apiError(response: Response): Promise<ApiError> {
  const parsed = body.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return new ApiError({ status: response.status, ...parsed.data.error });
  return new ApiError({ status: response.status, code: "reply.unreadable", message: response.statusText });
}
