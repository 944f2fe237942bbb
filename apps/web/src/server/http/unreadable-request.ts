import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** What node:http tells of a request that it gave up on. */
interface ClientError extends Error {
  readonly code?: string;
}

/**
 * Answers a request that never became one: not HTTP, a line or headers beyond node's 16 KiB, or not whole in time. An
 * identity provider shows the detail of a SCIM error to its admin, and an empty reply as a failure of the network.
 *
 * @param before the last answer on this connection: while that is on its way nothing is said, for it would be read as
 *   part of it
 */
export function refuseUnreadable(error: ClientError, socket: Duplex, before?: ServerResponse): void {
  const underWay = before?.headersSent === true && !before.writableFinished;
  if (!socket.writable || error.code === "ECONNRESET" || underWay) {
    socket.destroy();
    return;
  }
  const { status, reason, detail } = refusalOf(error.code);
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  const body = JSON.stringify({ schemas, status: String(status), detail });
  const headers = [
    `HTTP/1.1 ${status} ${reason}`,
    "content-type: application/scim+json",
    "cache-control: no-store",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${headers.join("\r\n")}\r\n\r\n${body}`);
}

function refusalOf(code: string | undefined) {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return {
        status: 431,
        reason: "Request Header Fields Too Large",
        detail: "The address and headers are too long. A long filter can be sent with POST to /.search.",
      };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { status: 408, reason: "Request Timeout", detail: "The request did not arrive whole in time." };
    default:
      return {
        status: 400,
        reason: "Bad Request",
        detail:
          "This is not HTTP/1.1: blanks and letters beyond ASCII in an address have to be percent-encoded.",
      };
  }
}
