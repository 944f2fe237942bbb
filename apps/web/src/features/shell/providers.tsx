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

/** The script has run before React starts; rendered again in the browser it is data, which React does not warn of. */
const INERT = { type: "application/json" };

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
      {...(typeof window === "undefined" ? {} : { scriptProps: INERT })}
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
