import { bulkReferenceFailed, invalidValue, methodNotAllowed, pathNotFound } from "../errors/refusals.ts";
import type { ScimError } from "../errors/scim-error.ts";
import type { ScimReply } from "../http/request.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { ENTERPRISE_USER, PATCH_OP } from "../schema/urns.ts";
import { referencesIn, resolveReferences, resolveText, withoutReferences } from "./references.ts";
import type { BulkOperation, BulkRequest } from "./request.ts";
import { independentRuns } from "./side-by-side.ts";

/** Performs one operation as if it had come by itself; or has its refusal recorded. */
export interface Performer {
  perform(operation: BulkOperation): Promise<ScimReply>;
  refuse(operation: BulkOperation, error: ScimError): Promise<ScimReply>;
}

/** How many operations that do not touch one another are under way at once. */
const SIDE_BY_SIDE = 8;

type Target = "Users" | "Groups";

/** What is left to be done for a resource of a circle once the others exist. */
interface Afterwards {
  readonly index: number;
  readonly target: Target;
  readonly bulkIds: ReadonlySet<string>;
}

/**
 * Performs the operations of a bulk request in their order, but those that others refer to first, and those that do not
 * touch one another side by side. Resources that refer to one another in a circle are made without the reference, which
 * is added when both exist.
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
    const { operations, failOnErrors } = this.request;
    // Where the client counts errors, none may be under way when the last one it accepts has happened.
    const width = failOnErrors === Number.POSITIVE_INFINITY ? SIDE_BY_SIDE : 1;
    for (const run of independentRuns(operations)) {
      const waiting = run.values();
      const work = async () => {
        for (const index of waiting) await this.start(index);
      };
      await Promise.all(Array.from({ length: Math.min(width, run.length) }, work));
    }
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

  /** Adds the references of a resource of a circle. One that cannot be added is told as the failure of the operation. */
  private async complete({ index, target, bulkIds }: Afterwards): Promise<void> {
    const operation = this.request.operations[index];
    const result = this.results.get(index);
    const location = result?.location;
    if (!operation || typeof location !== "string") return;
    const values = [...bulkIds].flatMap((bulkId) => this.ids.get(bulkId) ?? []).map((value) => ({ value }));
    if (values.length > 0) {
      const path = location.slice(this.baseUrl.length);
      const data = { schemas: [PATCH_OP], Operations: [addReferences(target, values)] };
      this.amend(index, await this.performer.perform({ method: "PATCH", path, data }));
    }
    const lost = [...bulkIds].find((bulkId) => !this.ids.has(bulkId));
    if (lost !== undefined) {
      this.amend(index, await this.performer.refuse(operation, bulkReferenceFailed(lost)));
    }
  }

  /** What became of an operation afterwards: a later version of its resource, or a failure. */
  private amend(index: number, { status, headers, body }: ScimReply): void {
    const result = this.results.get(index);
    if (status < 300) {
      if (headers.etag !== undefined) this.results.set(index, { ...result, version: headers.etag });
      return;
    }
    this.errors += 1;
    const response = typeof body === "string" && { response: parse(body) };
    this.results.set(index, { ...result, status: String(status), ...response });
  }

  private locationOf({ path }: BulkOperation): string {
    return `${this.baseUrl}${resolveText(path, this.ids)}`;
  }
}

function addReferences(target: Target, values: readonly { readonly value: string }[]): JsonObject {
  if (target === "Groups") return { op: "add", path: "members", value: values };
  return { op: "add", path: `${ENTERPRISE_USER}:manager`, value: values[0] ?? null };
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
