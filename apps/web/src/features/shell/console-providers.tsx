"use client";

import { CSPProvider } from "@rollcall/ui/csp";
import { DirectionProvider } from "@rollcall/ui/direction";
import { TooltipProvider } from "@rollcall/ui/tooltip";
import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { createQueryClient } from "~/lib/query-client.ts";

/** What the pages of the console stand on besides. */
export function ConsoleProviders({
  nonce,
  direction,
  children,
}: {
  readonly nonce: string | undefined;
  readonly direction: "ltr" | "rtl";
  readonly children: ReactNode;
}) {
  const [client] = useState(createQueryClient);
  return (
    <CSPProvider nonce={nonce}>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <DirectionProvider direction={direction}>
            <TooltipProvider>{children}</TooltipProvider>
          </DirectionProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </CSPProvider>
  );
}
