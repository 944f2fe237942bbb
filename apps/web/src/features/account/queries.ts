import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { Ended, OwnSessions, type PasswordInput, type PreferencesInput } from "./schema.ts";

const PATH = "/api/console/account";
const SESSIONS = ["account", "sessions"] as const;

export function useOwnSessions() {
  return useQuery({
    queryKey: SESSIONS,
    queryFn: ({ signal }) => api.get(`${PATH}/sessions`, OwnSessions, { signal }),
    refetchInterval: POLL_MS,
  });
}

/** Ends one other session, or with null all others. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      api.delete(id === null ? `${PATH}/sessions` : `${PATH}/sessions/${id}`, Ended),
    onSettled: () => client.invalidateQueries({ queryKey: SESSIONS }),
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: z.infer<typeof PasswordInput>) => api.post(`${PATH}/password`, Ended, { body }),
  });
}

export function useSavePreferences() {
  return useMutation({
    mutationFn: (body: z.input<typeof PreferencesInput>) =>
      api.patch(`${PATH}/preferences`, z.undefined(), { body }),
  });
}
