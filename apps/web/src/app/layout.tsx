import { EARLY_SUBMITS } from "@rollcall/ui/early-submits";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { Providers } from "~/features/shell/providers.tsx";
import { PUBLIC_NAMESPACES } from "~/i18n/catalogue.ts";
import { direction, LOCALE_COOKIE, readLocale } from "~/i18n/locale.ts";
import { pickMessages } from "~/i18n/pick-messages.ts";
import "./globals.css";

/**
 * Sets the theme while the head is read, before there is anything to paint; the provider's own script stands in the body
 * and can come a frame too late. No character of it is escaped in HTML.
 */
const THEME = `try {
  const chosen = localStorage.getItem(\`rollcall.theme\`);
  const dark = chosen === \`dark\` || (chosen === \`light\` ? false : matchMedia(\`(prefers-color-scheme: dark)\`).matches);
  document.documentElement.classList.add(dark ? \`dark\` : \`light\`);
} catch {}
`;

export const metadata: Metadata = {
  title: { default: "Rollcall", template: "%s · Rollcall" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafa" },
    { media: "(prefers-color-scheme: dark)", color: "#0b0b0d" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = readLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const messages = pickMessages(await getMessages(), PUBLIC_NAMESPACES);
  return (
    <html
      lang="en"
      dir={direction(locale)}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {THEME + EARLY_SUBMITS}
        </script>
      </head>
      <body>
        <NextIntlClientProvider messages={messages}>
          <Providers nonce={nonce}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
