import type { IncomingMessage, ServerResponse } from "node:http";
import type { ScimReply } from "@rollcall/scim";
import { hasBody } from "./read-body.ts";
import { sendReply } from "./send-reply.ts";

/** Milliseconds that a client has to stop sending what nobody reads. */
const LINGER_MS = 2_000;
/** Bytes of it that are thrown away before the connection is cut. */
const LINGER_BYTES = 64 * 1024 * 1024;

/**
 * Sends a short reply before the request's body is read, and closes the connection: it cannot carry another request.
 * What the client still sends is thrown away first, for the system answers bytes to a closed connection with a reset,
 * and a reset may take the reply with it. RFC 9112 §9.6.
 */
export async function refuseUnread(
  request: IncomingMessage,
  response: ServerResponse,
  reply: ScimReply,
): Promise<void> {
  const { status, headers, body } = reply;
  if (request.complete || !hasBody(request) || typeof body !== "string") return sendReply(response, reply);
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, { ...headers, "content-length": length, connection: "close" });
  response.write(body);
  await discard(request);
  response.end();
}

function discard(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(resolve, LINGER_MS);
    request.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > LINGER_BYTES) resolve();
    });
    request.resume();
  });
}
