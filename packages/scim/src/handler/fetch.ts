import { bodyLimit, type ScimHandler, type ScimReply, type ScimRequest } from "../http/request.ts";

/** Where a request stands in the world: what a path alone does not tell. */
export type Mount = Pick<ScimRequest, "tenant" | "baseUrl" | "path" | "ip">;

/**
 * Wraps a handler for the Fetch API, as `next dev` and serverless hosts have it.
 * @param locate takes the URL apart: the tenant, its base URL, and the path below it with its query
 */
export function toFetch(
  handler: ScimHandler,
  locate: (request: Request) => Mount,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const mount = locate(request);
    const body = await readText(request, bodyLimit(mount.path));
    const reply = await handler({
      ...mount,
      ...body,
      method: request.method,
      header: (name) => request.headers.get(name) ?? undefined,
    });
    return new Response(toBody(reply), { status: reply.status, headers: reply.headers });
  };
}

type ReadBody = Pick<ScimRequest, "body" | "bodyProblem">;

async function readText(request: Request, limit: number): Promise<ReadBody> {
  if (!request.body) return {};
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength;
      if (bytes > limit) return { bodyProblem: "too_large" };
      text += decoder.decode(chunk, { stream: true });
    }
    return { body: text + decoder.decode() };
  } catch (thrown) {
    return { bodyProblem: thrown instanceof TypeError ? "not_utf8" : "incomplete" };
  }
}

function toBody({ body }: ScimReply): string | ReadableStream<Uint8Array> | null {
  if (body === undefined || typeof body === "string") return body ?? null;
  const encoder = new TextEncoder();
  const pieces = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
