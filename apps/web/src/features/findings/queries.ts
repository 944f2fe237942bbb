"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { z } from "zod";
import { useReportFailure } from "~/features/shell/act-failure.tsx";
import { api } from "~/lib/api.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { type FindingsData, findingsSchema } from "./schema.ts";

const PATH = "/api/console/findings";
export const FINDINGS_KEY = ["findings"] as const;

/** Everything that needs attention, asked for again while the tab is visible. */
export function useFindings(initial?: FindingsData) {
  return useQuery({
    queryKey: FINDINGS_KEY,
    queryFn: ({ signal }) => api.get(PATH, findingsSchema, { signal }),
    refetchInterval: POLL_MS,
    ...(initial ? { initialData: initial } : {}),
  });
}

/** Hides a finding from every admin until there is newer evidence, and says so with a way back. */
export function useDismissFinding() {
  const t = useTranslations("explain.finding");
  const client = useQueryClient();
  const restore = useRestoreFinding();
  return useMutation({
    mutationFn: (key: string) => api.post(`${PATH}/dismiss`, z.undefined(), { body: { key } }),
    onSuccess: async (_, key) => {
      toast.success(t("dismissed"), {
        description: t("dismissedHint"),
        action: { label: t("undo"), onClick: () => restore.mutate(key) },
      });
      await client.invalidateQueries({ queryKey: FINDINGS_KEY });
      focusDismissed();
    },
  });
}

/** Takes a dismissal back. */
export function useRestoreFinding() {
  const client = useQueryClient();
  const report = useReportFailure();
  return useMutation({
    mutationFn: (key: string) => api.post(`${PATH}/restore`, z.undefined(), { body: { key } }),
    onSuccess: () => client.invalidateQueries({ queryKey: FINDINGS_KEY }),
    onError: report,
  });
}

/** The anchor of the list of what was dismissed. */
export const DISMISSED_ID = "dismissed-findings";

/**
 * The card is gone, and with it the button that had the focus: it goes to where the card went, as soon as that is drawn.
 *
 * @param frames how many to wait for it at most
 */
function focusDismissed(frames = 30): void {
  requestAnimationFrame(() => {
    const list = document.getElementById(DISMISSED_ID);
    if (list) list.focus();
    else if (frames > 0) focusDismissed(frames - 1);
  });
}
