import type { ScimReply } from "../http/request.ts";
import type { Exchange } from "./exchange.ts";

/** Answers one method of one endpoint. A refusal that it throws is recorded by the directory. */
export type Responder = (exchange: Exchange) => Promise<ScimReply>;

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** An endpoint and the methods it has. */
export type Endpoint = Readonly<Partial<Record<Method, Responder>>>;

/** Whether an endpoint has the method. HEAD is GET without a body. */
export function responderFor(endpoint: Endpoint, method: string): Responder | undefined {
  switch (method) {
    case "GET":
    case "HEAD":
      return endpoint.GET;
    case "POST":
    case "PUT":
    case "PATCH":
    case "DELETE":
      return endpoint[method];
    default:
      return undefined;
  }
}

/** The value of an Allow header. RFC 9110 §10.2.1. */
export function allowedMethods(endpoint: Endpoint): string {
  const methods = Object.keys(endpoint);
  return [
    ...(endpoint.GET ? ["GET", "HEAD"] : []),
    ...methods.filter((method) => method !== "GET"),
    "OPTIONS",
  ].join(", ");
}
