import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { ScimRequest } from "@rollcall/scim";

/** A request's body as text, or why there is none. */
export type Body = Pick<ScimRequest, "body" | "bodyProblem">;

/**
 * Reads a whole request body as UTF-8.
 *
 * @param limit the most bytes to take; a longer body is not read to its end
 * @returns neither key when the request has no body
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> | Body {
  if (!hasBody(request)) return {};
  if (Number(request.headers["content-length"] ?? 0) > limit) return { bodyProblem: "too_large" };
  return collect(request, limit);
}

/** Whether anything follows the headers. RFC 9112 §6. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return (headers["content-length"] ?? "0") !== "0" || headers["transfer-encoding"] !== undefined;
}

function collect(request: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      request.off("data", take);
      request.pause();
      resolve({ bodyProblem: "too_large" });
    };
    request.on("data", take);
    request.once("end", () => resolve(decode(chunks)));
    request.once("error", () => resolve({ bodyProblem: "incomplete" }));
    request.once("close", () => resolve({ bodyProblem: "incomplete" }));
  });
}

function decode(chunks: readonly Buffer[]): Body {
  const [first] = chunks;
  const bytes = chunks.length === 1 && first ? first : Buffer.concat(chunks);
  return isUtf8(bytes) ? { body: bytes.toString("utf8") } : { bodyProblem: "not_utf8" };
}
