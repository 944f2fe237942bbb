"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import {
  enabledSchema,
  issuedTokenSchema,
  type OverlapHours,
  type OverviewData,
  overviewSchema,
  type SettingsChange,
  type SettingsData,
  settingsSchema,
} from "./schema.ts";

const PATH = "/api/console/provisioning";
const OVERVIEW_KEY = ["provisioning", "overview"] as const;
const SETTINGS_KEY = ["provisioning", "settings"] as const;

/** The state of the connection, asked for again every two seconds while the tab is visible. */
export function useOverview(initial?: OverviewData) {
  return useQuery({
    queryKey: OVERVIEW_KEY,
    queryFn: ({ signal }) => api.get(PATH, overviewSchema, { signal }),
    refetchInterval: POLL_MS,
    ...(initial ? { initialData: initial } : {}),
  });
}

/** Turns SCIM on or pauses it; the page shows the new state when the server has confirmed it. */
export function useSetEnabled() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (enabled: boolean) => api.put(`${PATH}/enabled`, enabledSchema, { body: { enabled } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["provisioning"] }),
  });
}

/**
 * Issues a token and hands it to the caller. It is called directly, not through the mutation cache: the secret lives in
 * the component that shows it and nowhere else.
 */
export const issueToken = {
  generate: () => api.post(`${PATH}/token`, issuedTokenSchema),
  regenerate: (overlapHours: OverlapHours) =>
    api.post(`${PATH}/token/regenerate`, issuedTokenSchema, { body: { overlapHours } }),
};

/** Brings the overview up to date after an act. */
export function useRefreshOverview(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: OVERVIEW_KEY });
}

export function useSettings(initial?: SettingsData) {
  return useQuery({
    queryKey: SETTINGS_KEY,
    queryFn: ({ signal }) => api.get(`${PATH}/settings`, settingsSchema, { signal }),
    refetchInterval: POLL_MS,
    ...(initial ? { initialData: initial } : {}),
  });
}

/** Changes settings as they were last seen; a refusal because of another admin's change brings the current ones. */
export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ seenAt, change }: { seenAt: string; change: SettingsChange }) =>
      api.patch(`${PATH}/settings`, settingsSchema, { body: { seenAt, change } }),
    onSuccess: (settings) => {
      client.setQueryData(SETTINGS_KEY, settings);
      return client.invalidateQueries({ queryKey: OVERVIEW_KEY });
    },
    onError: () => client.invalidateQueries({ queryKey: SETTINGS_KEY }),
  });
}
