"use client";

import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api } from "~/lib/api.ts";
import { ApiError } from "~/lib/api-error.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { recount } from "./recount.ts";
import { type ActivityData, eventViewSchema, type FilterQuery, newerSchema, pageSchema } from "./schema.ts";

/** Smaller than the id of any event: what everything is newer than. */
const BEFORE_ALL = "00000000-0000-7000-8000-000000000000";

const FIRST_PAGE: { readonly before?: string } = {};

const listKey = (query: FilterQuery) => ["activity", "list", query] as const;

/** Pages of requests, newest first. They stay as they are until asked for anew, so that no row jumps. */
export function useActivity(query: FilterQuery) {
  return useInfiniteQuery({
    queryKey: listKey(query),
    queryFn: ({ pageParam, signal }) =>
      api.get("/api/console/activity", pageSchema, { query: { ...query, ...pageParam }, signal }),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page) => (page.next ? { before: page.next } : undefined),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * How many requests came after the newest one shown, and how many look-ups are left out. An empty list has nothing that could
 * jump: it is filled at once. Rows that came to stand for more requests say so in their place.
 */
export function useNewer(query: FilterQuery, newest: string | undefined, enabled: boolean) {
  const client = useQueryClient();
  const after = newest ?? BEFORE_ALL;
  return useQuery({
    queryKey: ["activity", "newer", query, after],
    queryFn: async ({ signal }) => {
      const options = { query: { ...query, after }, signal };
      const { count, lookups, recounted } = await api.get(
        "/api/console/activity/newer",
        newerSchema,
        options,
      );
      if (count > 0 && newest === undefined) await client.resetQueries({ queryKey: listKey(query) });
      if (recounted.length > 0) {
        client.setQueryData<InfiniteData<ActivityData>>(
          listKey(query),
          (list) => list && recount(list, recounted),
        );
      }
      return { count, lookups };
    },
    enabled,
    refetchInterval: POLL_MS,
  });
}

/** Begins the list anew from its newest page. */
export function useShowNewest(query: FilterQuery) {
  const client = useQueryClient();
  return () => client.resetQueries({ queryKey: listKey(query) });
}

/** One event with its neighbours under the filter, as they are now. One that is gone is not asked for again. */
export function useEvent(id: string | null, query: FilterQuery) {
  return useQuery({
    queryKey: ["activity", "event", id, query],
    queryFn: ({ signal }) =>
      api.get(`/api/console/activity/${encodeURIComponent(id ?? "")}`, eventViewSchema, { query, signal }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { error } }) =>
      error instanceof ApiError && error.status === 404 ? false : POLL_MS,
  });
}
