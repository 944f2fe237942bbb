"use client";

import { useMutation } from "@tanstack/react-query";
import { api } from "~/lib/api.ts";
import { type CheckRequest, checkReplySchema } from "./schema.ts";

/** Asks what would come of a payload. Neither it nor the answer is kept once the page is left. */
export function useCheckPayload() {
  return useMutation({
    mutationFn: (body: CheckRequest) =>
      api.post("/api/console/provisioning/check", checkReplySchema, { body }),
    gcTime: 0,
  });
}
