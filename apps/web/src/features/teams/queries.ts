"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { impactSchema, membersPageSchema, teamDetailSchema, teamsPageSchema } from "./schema.ts";
import type { TeamsView } from "./view.ts";

/** One page of teams, asked for again while the tab is visible. */
export function useTeams({ filter, view }: Pick<TeamsView, "filter" | "view">) {
  const query = { ...filter, sort: view.sort, desc: view.desc, page: view.page, size: view.size };
  return useQuery({
    queryKey: ["teams", "list", query],
    queryFn: ({ signal }) => api.get("/api/console/teams", teamsPageSchema, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
}

/** One team with where it comes from. */
export function useTeam(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["teams", "one", id],
    queryFn: ({ signal }) => api.get(`/api/console/teams/${id}`, teamDetailSchema, { signal }),
    enabled,
    refetchInterval: POLL_MS,
  });
}

/** A page of a team's members. */
export function useMembers(id: string, query: { readonly q: string; readonly page: number }) {
  return useQuery({
    queryKey: ["teams", "members", id, query],
    queryFn: ({ signal }) =>
      api.get(`/api/console/teams/${id}/members`, membersPageSchema, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
}

/** Who loses what if the team goes; asked when the question is put. */
export function useImpact(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["teams", "impact", id],
    queryFn: ({ signal }) => api.get(`/api/console/teams/${id}/impact`, impactSchema, { signal }),
    enabled,
    staleTime: 0,
  });
}

/** Runs an act of an admin; whatever shows teams is asked for anew afterwards. */
export function useTeamAct<Input, Output>(
  act: (input: Input) => Promise<Output>,
  onDone: (output: Output) => void,
  onFail?: (error: Error) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (output) => {
      onDone(output);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "activity" });
    },
    ...(onFail && { onError: onFail }),
  });
}
