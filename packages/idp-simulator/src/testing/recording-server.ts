import { createServer } from "node:http";

/** A request as it came off the wire: request target and body untouched. */
export interface Recorded {
  readonly line: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface RecordingServer {
  readonly baseUrl: string;
  readonly requests: readonly Recorded[];
  /** `METHOD target` of each request, oldest first. */
  lines(): readonly string[];
  close(): Promise<void>;
}

/** A real HTTP server on a free port that notes what it gets and answers as told. */
export async function startRecordingServer(answer: (request: Recorded) => Answer): Promise<RecordingServer> {
  const requests: Recorded[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const recorded = {
      line: `${request.method} ${request.url}`,
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    };
    requests.push(recorded);
    const { status, body } = answer(recorded);
    response.writeHead(status, { "Content-Type": "application/scim+json" });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/scim/v2`,
    requests,
    lines: () => requests.map((request) => request.line.replace("/scim/v2", "")),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers like an empty directory that accepts everything: lists are empty, every POST makes id `u1`, `u2`, … */
export function emptyDirectory(): (request: Recorded) => Answer {
  let made = 0;
  return ({ line, body }) => {
    if (line.startsWith("POST")) {
      made += 1;
      return { status: 201, body: { ...JSON.parse(body), id: `u${made}` } };
    }
    if (line.startsWith("DELETE") || line.startsWith("PATCH")) return { status: 204 };
    if (/^GET \S+\/(Users|Groups)(\?|$)/.test(line))
      return { status: 200, body: { totalResults: 0, Resources: [] } };
    return { status: 200, body: {} };
  };
}
