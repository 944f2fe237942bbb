import { connect, type Socket } from "node:net";

/** A response, as far as a measurement needs it. */
export interface RawReply {
  readonly status: number;
  /** Milliseconds from sending to the last byte. */
  readonly ms: number;
  readonly text: string;
}

const HEAD_END = Buffer.from("\r\n\r\n");
const CLOSED = new Error("the server closed the connection");
const LAST_CHUNK = Buffer.from("\r\n0\r\n\r\n");

/**
 * One keep-alive HTTP/1.1 connection that carries one request at a time. It does next to nothing per request, so that
 * on a small machine the server is what is measured, not the client.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #pieces: Buffer[] = [];
  #size = 0;
  #wanted = -1;
  #sentAt = 0;
  #settle: ((reply: RawReply) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;

  constructor(port: number) {
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.#socket.on("data", (piece) => this.#take(piece));
    this.#socket.on("error", (error) => this.#fail?.(error));
    this.#socket.on("close", () => this.#fail?.(CLOSED));
  }

  send(request: Buffer): Promise<RawReply> {
    if (this.#socket.closed) return Promise.reject(CLOSED);
    return new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
      this.#sentAt = performance.now();
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#fail = undefined;
    this.#socket.destroy();
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#size += piece.length;
    if (this.#wanted < 0) this.#readHead();
    if (this.#wanted === Number.POSITIVE_INFINITY ? this.#endsWithLastChunk() : this.#size >= this.#wanted) {
      if (this.#wanted >= 0) this.#finish();
    }
  }

  #readHead(): void {
    const received = Buffer.concat(this.#pieces);
    const end = received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = received.toString("latin1", 0, end).toLowerCase();
    const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
    const chunked = head.includes("\r\ntransfer-encoding: chunked");
    this.#wanted = chunked ? Number.POSITIVE_INFINITY : end + 4 + Number(length ?? 0);
  }

  #endsWithLastChunk(): boolean {
    const last = this.#pieces.at(-1);
    if (!last) return false;
    const tail = last.length >= 7 ? last : Buffer.concat(this.#pieces.slice(-3));
    return tail.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
  }

  #finish(): void {
    const ms = performance.now() - this.#sentAt;
    const text = Buffer.concat(this.#pieces).toString("utf8");
    this.#pieces = [];
    this.#size = 0;
    this.#wanted = -1;
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.({ status: Number(text.slice(9, 12)), ms, text });
  }
}

/** The bytes of a request. */
export function request(method: string, path: string, token?: string, body?: object): Buffer {
  const text = body === undefined ? "" : JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    "Host: localhost",
    "Accept: application/scim+json",
    ...(token ? [`Authorization: Bearer ${token}`] : []),
    ...(body === undefined
      ? []
      : ["Content-Type: application/scim+json", `Content-Length: ${Buffer.byteLength(text)}`]),
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${text}`);
}
