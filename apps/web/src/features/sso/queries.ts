import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
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

export const SSO_KEY = ["sso"] as const;
export const SSO_PATH = "/api/console/sso";

/** The connection; asked for again while the page is open, because a test runs in another tab. */
export function useSso() {
  return useQuery({
    queryKey: SSO_KEY,
    queryFn: ({ signal }) => api.get(SSO_PATH, SsoView, { signal }),
    refetchInterval: POLL_MS,
  });
}

export function usePreview() {
  return useMutation({
    mutationFn: (body: z.infer<typeof PreviewInput>) => api.post(`${SSO_PATH}/preview`, Preview, { body }),
  });
}

export function useSaveSso() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveInput) => api.put(SSO_PATH, SsoView.shape.config, { body }),
    // A refusal because of somebody else's change too brings what stands there now.
    onSettled: () => client.invalidateQueries({ queryKey: SSO_KEY }),
  });
}

export function useSwitchSso() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SwitchInput) => api.post(`${SSO_PATH}/switch`, z.undefined(), { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: SSO_KEY }),
  });
}

export function useSignIns(filter: { readonly outcome: "ok" | "refused" | undefined; readonly q: string }) {
  return useInfiniteQuery({
    queryKey: [...SSO_KEY, "sign-ins", filter],
    queryFn: ({ pageParam, signal }) =>
      api.get(`${SSO_PATH}/sign-ins`, SignInPage, { query: { ...filter, before: pageParam }, signal }),
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.more ? page.signIns.at(-1)?.id : undefined),
    refetchInterval: POLL_MS,
  });
}

export function useSignIn(id: string | null) {
  return useQuery({
    queryKey: [...SSO_KEY, "sign-in", id],
    queryFn: ({ signal }) => api.get(`${SSO_PATH}/sign-ins/${id}`, SignInDetail, { signal }),
    enabled: id !== null,
  });
}
