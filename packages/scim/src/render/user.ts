import { versionTag } from "../http/etag.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import type { UserRecord } from "../ports.ts";
import { EVERYTHING, type Projection, project } from "../projection/projection.ts";
import { CORE_USER, ENTERPRISE_USER } from "../schema/urns.ts";

const CORE_ONLY = [CORE_USER];
const WITH_ENTERPRISE = [CORE_USER, ENTERPRISE_USER];

/** The address of a user. */
export function userLocation(baseUrl: string, id: string): string {
  return `${baseUrl}/Users/${id}`;
}

/** The full representation of a user. RFC 7643 §3 and §4.1. */
export function userResource(user: UserRecord, baseUrl: string): JsonObject {
  const { id, resource, groups } = user;
  const schemas = resource[ENTERPRISE_USER] === undefined ? CORE_ONLY : WITH_ENTERPRISE;
  const full: Record<string, JsonValue> = { schemas, id, ...resource };
  if (groups.length > 0) {
    full.groups = groups.map(({ value, display }) => ({
      value,
      $ref: `${baseUrl}/Groups/${value}`,
      display,
      type: "direct",
    }));
  }
  full.meta = {
    resourceType: "User",
    created: user.created.toISOString(),
    lastModified: user.lastModified.toISOString(),
    location: userLocation(baseUrl, id),
    version: versionTag(user.version),
  };
  return full;
}

/** A user as JSON text, with the attributes of the projection. */
export function renderUser(user: UserRecord, baseUrl: string, projection: Projection): string {
  const full = userResource(user, baseUrl);
  return JSON.stringify(projection === EVERYTHING ? full : project(full, projection));
}
