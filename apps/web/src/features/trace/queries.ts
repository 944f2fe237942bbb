"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { traceReplySchema, turnedAwayReplySchema } from "./schema.ts";

/** "Why isn't this person here?", asked again while the tab is visible: the person may arrive meanwhile. */
export function useTrace(query: string) {
  return useQuery({
    queryKey: ["trace", query],
    queryFn: ({ signal }) => api.get("/api/console/trace", traceReplySchema, { query: { q: query }, signal }),
    enabled: query.trim() !== "",
    refetchInterval: POLL_MS,
  });
}

/** People refused in the last seven days and not accepted since. */
export function useTurnedAway() {
  return useQuery({
    queryKey: ["turned-away"],
    queryFn: ({ signal }) => api.get("/api/console/turned-away", turnedAwayReplySchema, { signal }),
    refetchInterval: POLL_MS,
  });
}
