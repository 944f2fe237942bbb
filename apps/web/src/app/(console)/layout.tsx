import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { consoleIdentity } from "~/features/shell/console-identity.ts";
import { ConsoleProviders } from "~/features/shell/console-providers.tsx";
import { ConsoleShell } from "~/features/shell/console-shell.tsx";
import { direction, LOCALE_COOKIE, readLocale } from "~/i18n/locale.ts";
import { requireSession } from "~/server/session.ts";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const identity = await consoleIdentity(await requireSession());
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const locale = readLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  return (
    <NextIntlClientProvider>
      <ConsoleProviders nonce={nonce} direction={direction(locale)}>
        <ConsoleShell identity={identity}>{children}</ConsoleShell>
      </ConsoleProviders>
    </NextIntlClientProvider>
  );
}
