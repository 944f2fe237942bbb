import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import {
  Preview,
  type PreviewInput,
  type SaveInput,
  SignInDetail,
  SignInPage,
  SsoView,
  type SwitchInput,
} from "./schema.ts";

const KEY = ["sso"] as const;
const PATH = "/api/console/sso";

/** The connection; asked for again while the page is open, because a test runs in another tab. */
export function useSso() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get(PATH, SsoView, { signal }),
    refetchInterval: POLL_MS * 2,
  });
}

export function usePreview() {
  return useMutation({
    mutationFn: (body: z.infer<typeof PreviewInput>) => api.post(`${PATH}/preview`, Preview, { body }),
  });
}

export function useSaveSso() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveInput) => api.put(PATH, SsoView.shape.config, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useSwitchSso() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SwitchInput) => api.post(`${PATH}/switch`, z.undefined(), { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useSignIns(outcome: "ok" | "refused" | undefined) {
  return useInfiniteQuery({
    queryKey: [...KEY, "sign-ins", outcome],
    queryFn: ({ pageParam, signal }) =>
      api.get(`${PATH}/sign-ins`, SignInPage, { query: { outcome, before: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.more ? page.signIns.at(-1)?.id : undefined),
    refetchInterval: POLL_MS * 2,
  });
}

export function useSignIn(id: string | null) {
  return useQuery({
    queryKey: [...KEY, "sign-in", id],
    queryFn: ({ signal }) => api.get(`${PATH}/sign-ins/${id}`, SignInDetail, { signal }),
    enabled: id !== null,
  });
}
