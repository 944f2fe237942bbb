import { uuidv7 } from "@rollcall/db";
import { createScimHandler, type JsonObject, type JsonValue } from "@rollcall/scim";
import { type ScimStage, scimStage } from "../src/provisioning/testing.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: JsonObject;
}

/** An identity provider's connection to the real handler on the real directory. */
export interface Client {
  readonly stage: ScimStage;
  /** What a request threw inside; empty unless something is wrong with us. */
  readonly faults: readonly unknown[];
  send(
    method: string,
    path: string,
    body?: JsonValue | string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export async function connect(headers: Record<string, string>): Promise<Client> {
  const stage = await scimStage();
  const faults: unknown[] = [];
  const handle = createScimHandler({
    directory: stage.directory,
    newId: uuidv7,
    now: () => new Date(),
    onError: (fault) => faults.push(fault),
  });
  return {
    stage,
    faults,
    async send(method, path, body, more = {}) {
      const given: Record<string, string> = { authorization: `Bearer ${stage.token}`, ...headers, ...more };
      const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
      const reply = await handle({
        method,
        path,
        tenant: stage.slug,
        baseUrl: "https://rollcall.test/api/scim/acme/v2",
        header: (name) => given[name],
        ...(text !== undefined && { body: text }),
        ip: "192.0.2.1",
      });
      return { status: reply.status, headers: reply.headers, json: await read(reply.body) };
    },
  };
}

async function read(body: string | AsyncIterable<string> | undefined): Promise<JsonObject> {
  let text = typeof body === "string" ? body : "";
  if (typeof body === "object") for await (const piece of body) text += piece;
  return text === "" ? {} : JSON.parse(text);
}

/** The ids in a list's or a group's array of objects. */
export function values(list: JsonValue | undefined, key = "value"): string[] {
  if (!Array.isArray(list)) return [];
  const elements: readonly JsonObject[] = list;
  return elements.map((element) => String(element[key]));
}

export const PATCH_OP = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
export const USER = ["urn:ietf:params:scim:schemas:core:2.0:User"];
export const GROUP = ["urn:ietf:params:scim:schemas:core:2.0:Group"];
