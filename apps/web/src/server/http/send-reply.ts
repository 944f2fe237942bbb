import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { ScimReply } from "@rollcall/scim";

/**
 * Sends a SCIM reply. Pieces of a long body are asked for only as fast as the client takes them, and no longer once it
 * has gone.
 */
export async function sendReply(response: ServerResponse, reply: ScimReply): Promise<void> {
  const { body } = reply;
  if (body === undefined) {
    response.writeHead(reply.status, reply.headers).end();
  } else if (typeof body === "string") {
    const headers = { ...reply.headers, "content-length": String(Buffer.byteLength(body)) };
    response.writeHead(reply.status, headers).end(body);
  } else {
    response.writeHead(reply.status, reply.headers);
    await stream(response, body);
  }
}

async function stream(response: ServerResponse, pieces: AsyncIterable<string>): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    for await (const piece of pieces) {
      if (gone.signal.aborted) return;
      if (!response.write(piece)) await once(response, "drain", { signal: gone.signal });
    }
    response.end();
  } catch (error) {
    // The status line is out: only a cut connection tells the client that the body is not whole.
    response.destroy();
    if (!gone.signal.aborted) throw error;
  }
}
