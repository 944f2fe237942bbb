import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyLimit, type ScimHandler, type ScimReply } from "@rollcall/scim";
import { clientIp, type PeerRules, requestOrigin } from "./peer.ts";
import { readBody } from "./read-body.ts";
import { refuseUnread } from "./refuse-unread.ts";
import { sendReply } from "./send-reply.ts";

/** Requests under way at once. Beyond it a caller is asked to come back: waiting longer would only time it out. */
const MAX_UNDER_WAY = 512;

const ENDPOINT = /^\/api\/scim\/([^/?]+)(\/v2(?=[/?]|$))?/;

export interface ScimListenerOptions {
  readonly handler: ScimHandler;
  readonly rules: PeerRules;
  readonly onError: (error: unknown) => void;
}

/** Answers every request below `/api/scim/` from node:http, without a framework in between. */
export function createScimListener({ handler, rules, onError }: ScimListenerOptions) {
  let underWay = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? "/";
    const endpoint = ENDPOINT.exec(url);
    if (!endpoint?.[1]) return refuseUnread(request, response, NOT_AN_ENDPOINT);
    if (underWay >= MAX_UNDER_WAY) return refuseUnread(request, response, BUSY);
    underWay++;
    try {
      // An address that lost its /v2 keeps its whole path: no endpoint has it, and the admin is told what arrived where.
      const path = endpoint[2] ? url.slice(endpoint[0].length) : url;
      const ip = clientIp(request, rules);
      const received = await readBody(request, bodyLimit(path));
      const reply = await handler({
        ...received,
        method: request.method ?? "GET",
        path,
        tenant: endpoint[1],
        baseUrl: `${requestOrigin(request, rules)}/api/scim/${endpoint[1]}/v2`,
        header: (name) => headerOf(request, name),
        ...(ip ? { ip } : {}),
      });
      if (received.bodyProblem) return await refuseUnread(request, response, reply);
      await sendReply(response, reply);
    } finally {
      underWay--;
    }
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      onError(error);
      response.destroy();
    });
  };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : value?.join(", ");
}

function failure(status: number, detail: string, headers: Record<string, string> = {}): ScimReply {
  const body = { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: String(status), detail };
  return {
    status,
    headers: { "content-type": "application/scim+json", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}

const NOT_AN_ENDPOINT = failure(
  404,
  "There is no SCIM endpoint here. The SCIM URL has the form /api/scim/<tenant>/v2; copy it from View Config.",
);

const BUSY = failure(503, "The server has too many requests under way. Send this one again after a second.", {
  "retry-after": "1",
});
