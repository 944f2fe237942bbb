import { versionTag } from "../http/etag.ts";
import type { JsonObject } from "../json.ts";
import type { GroupRecord } from "../ports.ts";
import { EVERYTHING, type Projection, project } from "../projection/projection.ts";
import { CORE_GROUP } from "../schema/urns.ts";

/** Text that is there, or comes in pieces. */
export type Text = string | AsyncIterable<string>;

const SCHEMAS = [CORE_GROUP];

/** The address of a group. */
export function groupLocation(baseUrl: string, id: string): string {
  return `${baseUrl}/Groups/${id}`;
}

/** A group without its members. RFC 7643 §3 and §4.2. */
export function groupResource(group: GroupRecord, baseUrl: string): JsonObject {
  const { id, externalId, displayName } = group;
  return {
    schemas: SCHEMAS,
    id,
    ...(externalId !== undefined && { externalId }),
    displayName,
    meta: {
      resourceType: "Group",
      created: group.created.toISOString(),
      lastModified: group.lastModified.toISOString(),
      location: groupLocation(baseUrl, id),
      version: versionTag(group.version),
    },
  };
}

/**
 * A group as JSON text, with the attributes of the projection. Its members are spliced in as the directory wrote them,
 * never parsed; they are those that the projection asked the directory for. No members are an empty array: clients that
 * read the list need not ask first whether there is one (RFC 7643 §2.5 has both mean the same).
 */
export function renderGroup(group: GroupRecord, baseUrl: string, projection: Projection): Text {
  const full = groupResource(group, baseUrl);
  const head = JSON.stringify(projection === EVERYTHING ? full : project(full, projection));
  const { members } = group;
  if (members === undefined) return head;
  const opening = `${head.slice(0, -1)},"members":`;
  return typeof members === "string" ? `${opening}${members}}` : joinText([opening, members, "}"]);
}

/** Joins texts: to a text when all are there, otherwise to pieces that are read as they are sent. */
export function joinText(parts: readonly Text[]): Text {
  if (parts.every((part) => typeof part === "string")) return parts.join("");
  return stream(parts);
}

async function* stream(parts: readonly Text[]): AsyncGenerator<string> {
  for (const part of parts) {
    if (typeof part === "string") yield part;
    else yield* part;
  }
}
