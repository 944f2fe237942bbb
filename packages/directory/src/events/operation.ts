import type { Operation } from "./provisioning-event.ts";

const USER: Record<string, Operation> = {
  POST: "user.create",
  PUT: "user.replace",
  PATCH: "user.update",
  DELETE: "user.delete",
};

const GROUP: Record<string, Operation> = {
  POST: "group.create",
  PUT: "group.replace",
  PATCH: "group.update",
  DELETE: "group.delete",
};

const OTHER: Record<string, Operation> = {
  bulk: "bulk",
  me: "me",
  serviceproviderconfig: "discovery",
  schemas: "discovery",
  resourcetypes: "discovery",
  "": "search",
  ".search": "search",
};

/** What a request is for, told by its verb and path alone. */
export function operationOf(method: string, path: string): Operation {
  const [endpoint = "", id = ""] = segments(path);
  if (id.toLowerCase() === ".search") return "search";
  if (endpoint === "users")
    return reading(method) ? (id ? "user.read" : "user.list") : (USER[method] ?? "unknown");
  if (endpoint === "groups") {
    return reading(method) ? (id ? "group.read" : "group.list") : (GROUP[method] ?? "unknown");
  }
  return OTHER[endpoint] ?? "unknown";
}

/** The resource id in a path below the base URL, if it has one. */
export function resourceIdIn(path: string): string | undefined {
  const [endpoint, id] = segments(path);
  return (endpoint === "users" || endpoint === "groups") && id && !id.startsWith(".") ? id : undefined;
}

function segments(path: string): string[] {
  const [pathname = ""] = path.split("?", 1);
  const [endpoint = "", id = ""] = pathname.split("/").filter((segment) => segment !== "");
  return [endpoint.toLowerCase(), id];
}

function reading(method: string): boolean {
  return method === "GET" || method === "HEAD";
}
