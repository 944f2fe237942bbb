"use client";

import { CSPProvider } from "@rollcall/ui/csp";
import { LiveRegionProvider } from "@rollcall/ui/live-region";
import { TooltipProvider } from "@rollcall/ui/tooltip";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { createQueryClient } from "~/lib/query-client.ts";
import { TranslatedLabels } from "./translated-labels.tsx";

/** What every page stands on. `nonce` admits the one inline script, which sets the theme before the first paint. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      storageKey="rollcall.theme"
      {...(nonce === undefined ? {} : { nonce })}
    >
      <CSPProvider nonce={nonce}>
        <QueryClientProvider client={client}>
          <NuqsAdapter>
            <TranslatedLabels>
              <LiveRegionProvider>
                <TooltipProvider>{children}</TooltipProvider>
              </LiveRegionProvider>
            </TranslatedLabels>
          </NuqsAdapter>
        </QueryClientProvider>
      </CSPProvider>
    </ThemeProvider>
  );
}
