import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Mark } from "~/features/shell/brand.tsx";

/** Pages of people who are not signed in: one card in the middle. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("login");
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto] bg-canvas">
      <main id="main" className="grid w-full place-content-center justify-items-center gap-6 px-4 py-10">
        <Mark className="size-9" />
        {children}
      </main>
      <footer className="pb-6 text-center text-13 text-muted-foreground">{t("product")}</footer>
    </div>
  );
}
