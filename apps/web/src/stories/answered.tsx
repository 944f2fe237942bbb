import { focusManager, onlineManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

// There is no server to ask: what was not answered stays loading, what failed stays failed, nothing is asked again.
onlineManager.setOnline(false);
focusManager.setFocused(false);

export interface Answer {
  readonly key: readonly unknown[];
  readonly data?: unknown;
  readonly error?: Error;
}

/** What the server has answered, or not, to what is asked below. */
export function Answered({
  answers = [],
  children,
}: {
  readonly answers?: readonly Answer[];
  readonly children: ReactNode;
}) {
  const [client] = useState(() => clientWith(answers));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function clientWith(answers: readonly Answer[]): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false } } });
  for (const { key, data, error } of answers) {
    if (data !== undefined) client.setQueryData(key, data);
    if (error) client.getQueryCache().build(client, { queryKey: key }).setState({ status: "error", error });
  }
  return client;
}
