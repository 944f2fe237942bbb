import {
  resourceTypeEndpoint,
  resourceTypesEndpoint,
  schemaEndpoint,
  schemasEndpoint,
  serviceProviderConfigEndpoint,
} from "./discovery.ts";
import { groupEndpoint, groupsEndpoint, groupsSearchEndpoint } from "./groups.ts";
import { meEndpoint, rootEndpoint, rootSearchEndpoint } from "./root.ts";
import type { Endpoint } from "./route.ts";
import { userEndpoint, usersEndpoint, usersSearchEndpoint } from "./users.ts";

interface Collection {
  readonly whole: Endpoint;
  readonly one?: (id: string) => Endpoint;
  readonly search?: Endpoint;
}

/** The endpoints of RFC 7644 §3.2, Table 2, by the first segment of their path. */
const COLLECTIONS: ReadonlyMap<string, Collection> = new Map<string, Collection>([
  ["Users", { whole: usersEndpoint, one: userEndpoint, search: usersSearchEndpoint }],
  ["Groups", { whole: groupsEndpoint, one: groupEndpoint, search: groupsSearchEndpoint }],
  ["Me", { whole: meEndpoint }],
  ["ServiceProviderConfig", { whole: serviceProviderConfigEndpoint }],
  ["ResourceTypes", { whole: resourceTypesEndpoint, one: resourceTypeEndpoint }],
  ["Schemas", { whole: schemasEndpoint, one: schemaEndpoint }],
  [".search", { whole: rootSearchEndpoint }],
]);

/**
 * Finds the endpoint of a path.
 * @param bulk the endpoint of `/Bulk`, which needs the handler that it is part of
 * @returns undefined when there is none
 */
export function findEndpoint(segments: readonly string[], bulk: Endpoint): Endpoint | undefined {
  const [first, second, ...more] = segments;
  if (first === undefined) return rootEndpoint;
  if (first === "Bulk") return second === undefined ? bulk : undefined;
  const collection = COLLECTIONS.get(first);
  if (!collection || more.length > 0) return undefined;
  if (second === undefined) return collection.whole;
  if (second === ".search") return collection.search;
  const id = decodeId(second);
  return id === undefined ? undefined : collection.one?.(id);
}

/** One route of the protocol. */
export interface ScimRoute {
  readonly method: string;
  /** `/Users/{id}` */
  readonly path: string;
}

/** Every route there is, for those who have to go through all of them. */
export function scimRoutes(): readonly ScimRoute[] {
  const paths: (readonly [string, Endpoint | undefined])[] = [
    ["/", rootEndpoint],
    ...[...COLLECTIONS].flatMap(([name, { whole, one, search }]) => [
      [`/${name}`, whole] as const,
      [`/${name}/.search`, search] as const,
      [`/${name}/{id}`, one?.("")] as const,
    ]),
  ];
  const routes = paths.flatMap(([path, endpoint]) =>
    Object.keys(endpoint ?? {}).map((method) => ({ method, path })),
  );
  return [...routes, { method: "POST", path: "/Bulk" }];
}

/** The id in a path; undefined when no id could look like that. */
function decodeId(segment: string): string | undefined {
  try {
    const id = decodeURIComponent(segment);
    return id.includes("\0") || id.length > 512 ? undefined : id;
  } catch {
    return undefined;
  }
}
