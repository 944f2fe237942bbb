import { bulkReferenceFailed, invalidValue, methodNotAllowed, pathNotFound } from "../errors/refusals.ts";
import type { ScimError } from "../errors/scim-error.ts";
import type { ScimReply } from "../http/request.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { ENTERPRISE_USER, PATCH_OP } from "../schema/urns.ts";
import { referencesIn, resolveReferences, resolveText, withoutReferences } from "./references.ts";
import type { BulkOperation, BulkRequest } from "./request.ts";

/** Performs one operation as if it had come by itself; or has its refusal recorded. */
export interface Performer {
  perform(operation: BulkOperation): Promise<ScimReply>;
  refuse(operation: BulkOperation, error: ScimError): Promise<ScimReply>;
}

type Target = "Users" | "Groups";

/** What is left to be done for a resource of a circle once the others exist. */
interface Afterwards {
  readonly index: number;
  readonly target: Target;
  readonly bulkIds: ReadonlySet<string>;
}

/**
 * Performs the operations of a bulk request in their order, but those that others refer to first. Resources that refer
 * to one another in a circle are made without the reference, which is added when both exist.
 * @see RFC 7644 §3.7
 */
export class BulkRun {
  private readonly request: BulkRequest;
  private readonly performer: Performer;
  private readonly baseUrl: string;
  private readonly results = new Map<number, JsonObject>();
  private readonly started = new Set<number>();
  /** Permanent id by bulkId, for the resources that were made. */
  private readonly ids = new Map<string, string>();
  private readonly makers = new Map<string, number>();
  private readonly afterwards: Afterwards[] = [];
  private errors = 0;

  constructor(request: BulkRequest, performer: Performer, baseUrl: string) {
    this.request = request;
    this.performer = performer;
    this.baseUrl = baseUrl;
    for (const [index, { bulkId, method }] of request.operations.entries()) {
      if (bulkId !== undefined && method === "POST") this.makers.set(bulkId, index);
    }
  }

  /** @returns the results of the operations that were performed, in the order of the request */
  async run(): Promise<readonly JsonObject[]> {
    for (const index of this.request.operations.keys()) await this.start(index);
    for (const step of this.afterwards) await this.complete(step);
    return [...this.results].sort(([a], [b]) => a - b).map(([, result]) => result);
  }

  private async start(index: number): Promise<void> {
    const operation = this.request.operations[index];
    if (!operation || this.started.has(index) || this.errors >= this.request.failOnErrors) return;
    this.started.add(index);
    const references = referencesIn([operation.path, operation.data ?? null]);
    for (const bulkId of references) {
      const maker = this.makers.get(bulkId);
      if (maker !== undefined) await this.start(maker);
    }
    if (this.errors >= this.request.failOnErrors) return;
    const reply = await this.attempt(index, operation, references);
    this.keep(index, operation, reply);
  }

  private async attempt(
    index: number,
    operation: BulkOperation,
    references: ReadonlySet<string>,
  ): Promise<ScimReply> {
    const error = checkOperation(operation);
    if (error) return this.performer.refuse(operation, error);
    const pending = new Set<string>();
    for (const bulkId of references) {
      if (this.ids.has(bulkId)) continue;
      const maker = this.makers.get(bulkId);
      const inCircle = maker !== undefined && !this.results.has(maker) && operation.method === "POST";
      if (!inCircle) return this.performer.refuse(operation, bulkReferenceFailed(bulkId));
      pending.add(bulkId);
    }
    const target = targetOf(operation);
    if (pending.size > 0 && target) this.afterwards.push({ index, target, bulkIds: pending });
    return this.performer.perform(this.resolve(operation, pending));
  }

  private resolve(operation: BulkOperation, pending: ReadonlySet<string>): BulkOperation {
    const { data, path } = operation;
    if (data === undefined) return { ...operation, path: resolveText(path, this.ids) };
    const possible = pending.size > 0 ? withoutReferences(data, pending) : data;
    return { ...operation, path: resolveText(path, this.ids), data: resolveReferences(possible, this.ids) };
  }

  private keep(index: number, operation: BulkOperation, reply: ScimReply): void {
    const { method, bulkId } = operation;
    const failed = reply.status >= 300;
    const location = reply.headers.location ?? this.locationOf(operation);
    const version = reply.headers.etag;
    if (failed) this.errors += 1;
    else if (method === "POST" && bulkId !== undefined)
      this.ids.set(bulkId, location.slice(location.lastIndexOf("/") + 1));
    this.results.set(index, {
      ...(!(failed && method === "POST") && { location }),
      method,
      ...(bulkId !== undefined && { bulkId }),
      ...(version !== undefined && { version }),
      status: String(reply.status),
      ...(failed && typeof reply.body === "string" && { response: parse(reply.body) }),
    });
  }

  private async complete({ index, target, bulkIds }: Afterwards): Promise<void> {
    const result = this.results.get(index);
    const location = result?.location;
    if (typeof location !== "string") return;
    const values = [...bulkIds].flatMap((bulkId) => this.ids.get(bulkId) ?? []).map((value) => ({ value }));
    if (values.length === 0) return;
    const operation = {
      op: "add",
      path: target === "Groups" ? "members" : `${ENTERPRISE_USER}:manager`,
      value: target === "Groups" ? values : (values[0] ?? null),
    };
    const reply = await this.performer.perform({
      method: "PATCH",
      path: location.slice(this.baseUrl.length),
      data: { schemas: [PATCH_OP], Operations: [operation] },
    });
    const version = reply.headers.etag;
    if (version !== undefined) this.results.set(index, { ...result, version });
  }

  private locationOf({ path }: BulkOperation): string {
    return `${this.baseUrl}${resolveText(path, this.ids)}`;
  }
}

const METHODS: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** What is wrong with an operation by itself. RFC 7644 §3.7. */
function checkOperation(operation: BulkOperation): ScimError | undefined {
  const { method, path, bulkId, data } = operation;
  if (!METHODS.has(method)) return methodNotAllowed(method, path, [...METHODS].join(", "));
  if (!targetOf(operation)) return pathNotFound(path);
  if (method === "POST" && bulkId === undefined)
    return invalidValue('A POST in a bulk request needs a "bulkId".');
  if (method !== "DELETE" && data === undefined)
    return invalidValue(`A ${method} in a bulk request needs "data".`);
  return undefined;
}

/** The endpoint that an operation is for: a collection for POST, a resource for the others. */
function targetOf({ method, path }: BulkOperation): Target | undefined {
  const [root, collection, id, ...more] = path.split("/");
  if (root !== "" || more.length > 0 || (collection !== "Users" && collection !== "Groups")) return undefined;
  if (method === "POST") return id === undefined ? collection : undefined;
  return id !== undefined && id !== "" && id !== ".search" ? collection : undefined;
}

function parse(text: string): JsonValue {
  return JSON.parse(text);
}
