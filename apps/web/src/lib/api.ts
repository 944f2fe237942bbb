import type { z } from "zod";
import { ApiError, apiError } from "./api-error.ts";
import { markSessionExpired } from "./session-expiry.ts";

type QueryValue = string | number | boolean | null | undefined | readonly string[];

export interface CallOptions {
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** `/api/console/users?q=ada&status=active&status=deactivated`; empty values are left out. */
export function withQuery(path: string, query: CallOptions["query"] = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== "") params.append(name, String(each));
    }
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

async function send(method: string, path: string, { query, body, signal }: CallOptions): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(withQuery(path, query), {
      method,
      cache: "no-store",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError({ status: 0, code: "network.unreachable", message: "Rollcall can't be reached." });
  }
  if (response.ok) return response;
  if (response.status === 401) markSessionExpired();
  throw await apiError(response);
}

async function call<S extends z.ZodType>(method: string, path: string, schema: S, options: CallOptions = {}) {
  const response = await send(method, path, options);
  return schema.parse(response.status === 204 ? undefined : await response.json());
}

/**
 * The console API from the browser. Each reply is parsed by the schema that the route shares with its callers.
 *
 * @throws ApiError for every refusal, failure and broken connection; a 401 also opens the signed-out dialog
 */
export const api = {
  get: <S extends z.ZodType>(path: string, schema: S, options?: CallOptions) =>
    call("GET", path, schema, options),
  post: <S extends z.ZodType>(path: string, schema: S, options?: CallOptions) =>
    call("POST", path, schema, options),
  put: <S extends z.ZodType>(path: string, schema: S, options?: CallOptions) =>
    call("PUT", path, schema, options),
  patch: <S extends z.ZodType>(path: string, schema: S, options?: CallOptions) =>
    call("PATCH", path, schema, options),
  delete: <S extends z.ZodType>(path: string, schema: S, options?: CallOptions) =>
    call("DELETE", path, schema, options),
};
