"use client";

import { LiveRegionProvider } from "@rollcall/ui/live-region";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { TranslatedLabels } from "./translated-labels.tsx";

/** The script has run before React starts; rendered again in the browser it is data, which React does not warn of. */
const INERT = { type: "application/json" };

export interface ProvidersProps {
  readonly nonce: string | undefined;
  readonly children: ReactNode;
}

/**
 * What every page stands on, the sign-in page included, which stays light: what only the console needs is with the
 * console. `nonce` admits the one inline script, which sets the theme before the first paint.
 */
export function Providers({ nonce, children }: ProvidersProps) {
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
      <TranslatedLabels>
        <LiveRegionProvider>{children}</LiveRegionProvider>
      </TranslatedLabels>
    </ThemeProvider>
  );
}
