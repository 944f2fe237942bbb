import type { z } from "zod";
import { ConsoleError } from "./console-error.ts";

export type Schema = z.ZodType | undefined;
export type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;

/** The longest body of a request, in bytes, where a route names no other. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Parses one part of a request.
 *
 * @throws ConsoleError 400 `input.invalid`, with the first field at fault.
 */
export function parseInput<S extends Schema>(schema: S | undefined, value: unknown): Parsed<S>;
export function parseInput(schema: Schema, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success && !holdsNul(parsed.data)) return parsed.data;
  const issue = parsed.error?.issues[0] ?? NUL;
  const field = issue?.path.join(".");
  throw new ConsoleError({
    code: "input.invalid",
    status: 400,
    message: issue?.message ?? "The request cannot be read.",
    ...(field && { field }),
  });
}

const NUL = { path: [], message: "Text can't hold a NUL character." };

/** PostgreSQL's text has no NUL, wherever it stands. */
function holdsNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  return (
    typeof value === "object" && value !== null && Object.entries(value).some((entry) => entry.some(holdsNul))
  );
}

/** Query parameters; one that is repeated is an array. */
export function readQuery(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  const entries = [...new Set(searchParams.keys())].map((key) => {
    const values = searchParams.getAll(key);
    return [key, values.length === 1 ? (values[0] ?? "") : values] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * The JSON of a request's body.
 *
 * @param limit in bytes
 * @throws ConsoleError 415 for another media type, 413 over the limit, 400 for what is no JSON.
 */
export async function readBody(request: Request, limit = BODY_LIMIT): Promise<unknown> {
  if (!request.headers.get("content-type")?.toLowerCase().startsWith("application/json")) {
    throw new ConsoleError({ code: "input.media_type", status: 415, message: "Send JSON." });
  }
  const text = await readText(request, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw new ConsoleError({ code: "input.invalid", status: 400, message: "The body is no JSON." });
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  if (request.body === null) return text;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) {
      const message = `The body is over ${Math.floor(limit / 1024 / 1024)} MiB.`;
      throw new ConsoleError({ code: "input.too_large", status: 413, message });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
