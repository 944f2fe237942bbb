import { METHODS, type Method, type Resource } from "./schema.ts";

/** A request of the log as the form has it. */
export interface Prefill {
  readonly resource: Resource;
  readonly method: Method;
  readonly id: string;
  readonly payload: string;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly request?: unknown;
}

const PATH = /^\/+(Users|Groups)(?:\/+([^/?.][^/?]*))?\/*(?:\?|$)/;

/** The write of a person or a team in a logged request; null when it is none. */
export function checkableIn({ method, path, request }: LoggedRequest): Prefill | null {
  const known = METHODS.find((each) => each === method);
  const [matched, collection, id] = PATH.exec(path) ?? [];
  if (known === undefined || matched === undefined || (known === "POST") !== (id === undefined)) return null;
  if (typeof request !== "object" || request === null) return null;
  return {
    resource: collection === "Groups" ? "Group" : "User",
    method: known,
    id: decoded(id ?? ""),
    payload: JSON.stringify(request, null, 2),
  };
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
