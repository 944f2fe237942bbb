"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { bulkDeactivateReply, peoplePageSchema, personDetailSchema } from "./schema.ts";
import type { UsersView } from "./view.ts";

/** One page of people, asked for again while the tab is visible. */
export function usePeople({ filter, view }: Pick<UsersView, "filter" | "view">) {
  const query = { ...filter, sort: view.sort, desc: view.desc, page: view.page, size: view.size };
  return useQuery({
    queryKey: ["users", "list", query],
    queryFn: ({ signal }) => api.get("/api/console/users", peoplePageSchema, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
}

/** One person with teams, sessions and where each field comes from. */
export function usePerson(id: string) {
  return useQuery({
    queryKey: ["users", "one", id],
    queryFn: ({ signal }) => api.get(`/api/console/users/${id}`, personDetailSchema, { signal }),
    refetchInterval: POLL_MS,
  });
}

/** Runs an act of an admin; whatever shows people is asked for anew afterwards. */
export function useUserAct<Input, Output>(
  act: (input: Input) => Promise<Output>,
  onDone: (output: Output) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (output) => {
      onDone(output);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "activity" });
    },
  });
}

export const deactivateMany = (ids: readonly string[]) =>
  api.post("/api/console/users/deactivate", bulkDeactivateReply, { body: { ids } });
