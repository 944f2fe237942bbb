import type { Page, PageRequest } from "../ports.ts";
import { LIST_RESPONSE } from "../schema/urns.ts";
import { joinText, type Text } from "./group.ts";

/**
 * A ListResponse as JSON text. Index paging says where the page starts, cursor paging where it goes on.
 * @see RFC 7644 §3.4.2, RFC 9865 §2
 */
export function renderList<T>(page: Page<T>, asked: PageRequest, render: (resource: T) => Text): Text {
  const head = JSON.stringify({
    schemas: [LIST_RESPONSE],
    totalResults: page.totalResults,
    itemsPerPage: page.resources.length,
    ...(asked.kind === "index" && { startIndex: asked.startIndex }),
    ...(page.previousCursor !== undefined && { previousCursor: page.previousCursor }),
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
  });
  const parts: Text[] = [`${head.slice(0, -1)},"Resources":[`];
  for (const [index, resource] of page.resources.entries()) {
    if (index > 0) parts.push(",");
    parts.push(render(resource));
  }
  parts.push("]}");
  return joinText(parts);
}
