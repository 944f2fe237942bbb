import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";

/** How often a page asks for news, in ms. Hidden tabs do not ask. */
export const POLL_MS = 2000;

/** A refusal is final; a broken connection and a failure of the server are tried once more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 1000,
        gcTime: 5 * 60_000,
        refetchIntervalInBackground: false,
        retry: (failures, error) =>
          failures < 1 && !(error instanceof ApiError && error.status > 0 && error.status < 500),
        retryDelay: 600,
      },
      mutations: { retry: false },
    },
  });
}
