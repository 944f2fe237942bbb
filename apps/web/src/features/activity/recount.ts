import type { InfiniteData } from "@tanstack/react-query";
import type { ActivityData } from "./schema.ts";

interface RowCount {
  readonly id: string;
  readonly count: number;
}

/** The list with rows that stand for more requests by now; the same list when there are none. */
export function recount(
  list: InfiniteData<ActivityData>,
  recounted: readonly RowCount[],
): InfiniteData<ActivityData> {
  const counts = new Map(recounted.map(({ id, count }) => [id, count]));
  const grown = (item: ActivityData["items"][number]) =>
    item.kind === "event" && (counts.get(item.id) ?? 0) > item.count;
  if (!list.pages.some((page) => page.items.some(grown))) return list;
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.map((item) =>
      item.kind === "event" ? { ...item, count: Math.max(item.count, counts.get(item.id) ?? 0) } : item,
    ),
  }));
  return { ...list, pages };
}
