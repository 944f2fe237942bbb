import { Deviations } from "../dialects/dialect.ts";
import type { ScimError } from "../errors/scim-error.ts";
import { readCredential } from "../http/credential.ts";
import { replyType } from "../http/media-type.ts";
import type { ScimHandlerOptions, ScimReply, ScimRequest } from "../http/request.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import type { Call, ConnectionView, Outcome, ScimDirectory } from "../ports.ts";
import { errorResource } from "../render/error.ts";
import type { Text } from "../render/group.ts";

/** One request on its way through the handler, with what was learnt of it so far. */
export class Exchange {
  readonly request: ScimRequest;
  readonly directory: ScimDirectory;
  readonly requestId: string;
  readonly receivedAt: Date;
  readonly deviations = new Deviations();
  /** The part of the path after its `?`. */
  readonly query: string;
  /** The non-empty segments of the path, still percent-encoded. */
  readonly segments: readonly string[];
  /** Set once the body has been read. */
  body: JsonObject | undefined;

  constructor(request: ScimRequest, options: ScimHandlerOptions) {
    this.request = request;
    this.directory = options.directory;
    this.requestId = request.requestId ?? options.newId();
    this.receivedAt = options.now();
    const mark = request.path.indexOf("?");
    this.query = mark < 0 ? "" : request.path.slice(mark + 1);
    this.segments = (mark < 0 ? request.path : request.path.slice(0, mark)).split("/").filter(Boolean);
  }

  get baseUrl(): string {
    return this.request.baseUrl;
  }

  /** The call that the directory is given. Dialects that are met later still appear in it. */
  call(body: JsonValue | undefined = this.body): Call {
    const { request } = this;
    const userAgent = request.header("user-agent");
    return {
      requestId: this.requestId,
      receivedAt: this.receivedAt,
      tenant: request.tenant,
      baseUrl: request.baseUrl,
      credential: readCredential(request.header("authorization")),
      method: request.method,
      path: request.path,
      ...(request.ip !== undefined && { ip: request.ip }),
      ...(userAgent !== undefined && { userAgent }),
      ...(body !== undefined && { body }),
      deviations: this.deviations.list,
    };
  }

  /** Has the directory record a refusal. What it says of the caller comes before the reason given here. */
  async refuse(error: ScimError): Promise<ScimReply> {
    const outcome = await this.directory.refuse(this.call(), error);
    return this.error(outcome.ok ? error : outcome.error, outcome.connection);
  }

  /** The reply to a refusal. */
  error(error: ScimError, connection?: ConnectionView): ScimReply {
    const { requestId } = this;
    return {
      status: error.status,
      headers: {
        ...error.headers,
        "content-type": this.mediaType(connection),
        "cache-control": "no-store",
        "x-request-id": requestId,
      },
      body: JSON.stringify(errorResource(error)),
    };
  }

  /** The reply to what the directory did: its refusal, or what `reply` makes of its answer. */
  answer<T>(outcome: Outcome<T>, reply: (value: T) => Partial<ScimReply> & { status: number }): ScimReply {
    if (!outcome.ok) return this.error(outcome.error, outcome.connection);
    const { status, headers, body } = reply(outcome.value);
    return this.reply(status, headers ?? {}, body, outcome.connection);
  }

  /** A reply with the headers that every reply has. */
  reply(
    status: number,
    headers: Readonly<Record<string, string>>,
    body: Text | undefined,
    connection?: ConnectionView,
  ): ScimReply {
    const common = { ...headers, "cache-control": "no-store", "x-request-id": this.requestId };
    if (body === undefined) return { status, headers: common };
    return { status, headers: { ...common, "content-type": this.mediaType(connection) }, body };
  }

  private mediaType(connection: ConnectionView | undefined): string {
    const { request } = this;
    const hasBody = request.body !== undefined && request.body !== "";
    return replyType(
      request.header("accept"),
      hasBody ? request.header("content-type") : undefined,
      connection,
    );
  }
}
