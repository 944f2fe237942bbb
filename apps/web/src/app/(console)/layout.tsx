import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { consoleIdentity } from "~/features/shell/console-identity.ts";
import { ConsoleShell } from "~/features/shell/console-shell.tsx";
import { requireSession } from "~/server/session.ts";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const identity = await consoleIdentity(await requireSession());
  return (
    <NextIntlClientProvider>
      <ConsoleShell identity={identity}>{children}</ConsoleShell>
    </NextIntlClientProvider>
  );
}
