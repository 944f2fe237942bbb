"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { useTeam } from "./queries.ts";

/** A team and the way off its page: once deleted it is no longer asked for, so that no 404 flashes by. */
export function usePresentTeam(id: string) {
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);
  const team = useTeam(id, !leaving);
  const leave = useCallback(() => {
    setLeaving(true);
    router.replace("/access/teams");
  }, [router]);
  const { data, error, isError, isPending, isRefetching, refetch } = team;
  return {
    data,
    error: leaving ? null : error,
    isError: isError && !leaving,
    isPending,
    isRefetching,
    refetch,
    leave,
  };
}
