import { DirectionProvider } from "@rollcall/ui/direction";
import { TooltipProvider } from "@rollcall/ui/tooltip";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import {
  PathnameContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { ConsoleProvider } from "~/features/shell/console-context.tsx";
import { PROVISIONING_PATH } from "~/features/shell/navigation.ts";
import { Providers } from "~/features/shell/providers.tsx";
import { english } from "~/i18n/catalogue.ts";
import { pseudoLocalize } from "~/i18n/pseudo.ts";
import { Answered } from "./answered.tsx";
import { ADMIN } from "./fixtures/identity.ts";

const stay = () => {};
const NOWHERE: AppRouterInstance = {
  bfcacheId: "",
  back: stay,
  forward: stay,
  refresh: stay,
  push: stay,
  replace: stay,
  prefetch: stay,
};
const NO_SEARCH = new URLSearchParams();
const RIGHT_TO_LEFT = pseudoLocalize(english);

export interface SurroundingsProps {
  readonly direction: "ltr" | "rtl";
  readonly children: ReactNode;
}

/** What the layouts put around a page, for an admin; as in the product, from right to left it is the longer pseudo-language. */
export function Surroundings({ direction, children }: SurroundingsProps) {
  const messages = direction === "rtl" ? RIGHT_TO_LEFT : english;
  return (
    <AppRouterContext value={NOWHERE}>
      <PathnameContext value={PROVISIONING_PATH}>
        <SearchParamsContext value={NO_SEARCH}>
          <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
            <Providers nonce={undefined}>
              <DirectionProvider direction={direction}>
                <TooltipProvider>
                  <Answered>
                    <ConsoleProvider value={ADMIN}>{children}</ConsoleProvider>
                  </Answered>
                </TooltipProvider>
              </DirectionProvider>
            </Providers>
          </NextIntlClientProvider>
        </SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>
  );
}
