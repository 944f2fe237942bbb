import {
  createScimHandler,
  type JsonObject,
  type JsonValue,
  type ScimReply,
  type ScimRequest,
} from "../src/index.ts";
import { MemoryDirectory, TOKEN } from "./memory-directory.ts";

export const BASE = "https://rollcall.test/api/scim/acme/v2";

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as JSON; {} when there is none. */
  readonly json: Readonly<Record<string, JsonValue>>;
}

/** Speaks to the public handler as a client does, and collects what it answers. */
export class Client {
  readonly directory: MemoryDirectory;
  readonly errors: unknown[] = [];
  private readonly handle: ReturnType<typeof createScimHandler>;

  constructor(directory = new MemoryDirectory()) {
    this.directory = directory;
    let ids = 0;
    this.handle = createScimHandler({
      directory,
      newId: () => `request-${++ids}`,
      now: () => new Date("2026-01-01T00:00:00Z"),
      onError: (thrown) => this.errors.push(thrown),
    });
  }

  get = (path: string, headers: Record<string, string> = {}) => this.send("GET", path, undefined, headers);
  post = (path: string, body: JsonValue, headers: Record<string, string> = {}) =>
    this.send("POST", path, JSON.stringify(body), headers);
  put = (path: string, body: JsonValue, headers: Record<string, string> = {}) =>
    this.send("PUT", path, JSON.stringify(body), headers);
  patch = (path: string, operations: JsonValue, headers: Record<string, string> = {}) => {
    const schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
    return this.send("PATCH", path, JSON.stringify({ schemas, Operations: operations }), headers);
  };
  delete = (path: string, headers: Record<string, string> = {}) =>
    this.send("DELETE", path, undefined, headers);

  /** Sends a request as it is. A header given as "" is left out. */
  async send(
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const given: Record<string, string> = {
      authorization: `Bearer ${TOKEN}`,
      ...(body !== undefined && { "content-type": "application/scim+json" }),
      ...headers,
    };
    const reply = await this.handle({
      method,
      path,
      tenant: "acme",
      baseUrl: BASE,
      header: (name) => given[name] || undefined,
      ...(body !== undefined && { body }),
    });
    return collect(reply);
  }

  /** Hands over a request as a server does that could not read its body. */
  raw(request: Pick<ScimRequest, "method" | "path" | "bodyProblem">): Promise<ScimReply> {
    const header = (name: string) => (name === "authorization" ? `Bearer ${TOKEN}` : undefined);
    return this.handle({ ...request, tenant: "acme", baseUrl: BASE, header });
  }

  /** The dialects of the last request, in the order they were met. */
  lastDialects(): string[] {
    return this.directory.recorded.at(-1)?.call.deviations.map(({ dialect }) => dialect) ?? [];
  }
}

async function collect(reply: ScimReply): Promise<Reply> {
  let text = "";
  if (typeof reply.body === "string") text = reply.body;
  else if (reply.body) for await (const piece of reply.body) text += piece;
  const json: JsonObject = text === "" ? {} : JSON.parse(text);
  return { status: reply.status, headers: reply.headers, text, json };
}
