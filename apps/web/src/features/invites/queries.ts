import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { type InviteInput, InviteLink, Invites } from "./schema.ts";

const KEY = ["invites"] as const;
const PATH = "/api/console/invites";

export function useInvites(enabled: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get(PATH, Invites, { signal }),
    enabled,
    refetchInterval: POLL_MS,
  });
}

/** The link in the reply is kept by no cache: a mutation's data goes with the dialog that shows it. */
export function useCreateInvite() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (body: InviteInput) => api.post(PATH, InviteLink, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRevokeInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`${PATH}/${id}`, z.undefined()),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
