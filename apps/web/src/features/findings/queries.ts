"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { findingsSchema } from "./schema.ts";

export const FINDINGS_KEY = ["findings"] as const;

/** Everything that needs attention, asked for again while the tab is visible. */
export function useFindings() {
  return useQuery({
    queryKey: FINDINGS_KEY,
    queryFn: ({ signal }) => api.get("/api/console/findings", findingsSchema, { signal }),
    refetchInterval: POLL_MS,
  });
}

/** Hides a finding until there is newer evidence. */
export function useDismissFinding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => api.post("/api/console/findings/dismiss", z.undefined(), { body: { key } }),
    onSuccess: () => client.invalidateQueries({ queryKey: FINDINGS_KEY }),
  });
}
