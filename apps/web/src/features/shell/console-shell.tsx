"use client";

import { IconButton } from "@rollcall/ui/button";
import { Sheet } from "@rollcall/ui/sheet";
import { Toaster } from "@rollcall/ui/toaster";
import { CircleHelp, Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { AccountMenu } from "./account-menu.tsx";
import { ActFailure, ActFailureProvider } from "./act-failure.tsx";
import { Brand } from "./brand.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { type ConsoleIdentity, ConsoleProvider } from "./console-context.tsx";
import { ConsoleBreadcrumbs, CrumbProvider } from "./crumb.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { type NavSection, navigationFor } from "./navigation.ts";
import { OfflineBanner } from "./offline-banner.tsx";
import { PaletteButton } from "./palette-button.tsx";
import { RefreshBanner } from "./refresh-banner.tsx";
import { SessionExpiredDialog } from "./session-expired-dialog.tsx";
import { SidebarNav } from "./sidebar-nav.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

/** What surrounds every page of the console: navigation at the side, the way here and the palette at the top. */
export function ConsoleShell({ identity, children }: { identity: ConsoleIdentity; children: ReactNode }) {
  const t = useTranslations("shell");
  const sections = useMemo(() => navigationFor(new Set(identity.permissions)), [identity.permissions]);
  const [palette, setPalette] = useState(false);
  const openPalette = useCallback(() => setPalette(true), []);
  useShortcuts({ slash: identity.slashFocusesSearch, onPalette: openPalette });
  return (
    <ConsoleProvider value={identity}>
      <ActFailureProvider>
        <CrumbProvider>
          <a
            href="#content"
            className="fixed start-3 top-3 z-70 -translate-y-20 rounded-md bg-foreground px-3 py-2 text-background text-sm focus:translate-y-0"
          >
            {t("skip")}
          </a>
          <div
            data-density={identity.density}
            className="md:grid md:grid-cols-[3.75rem_minmax(0,1fr)] lg:grid-cols-[14.5rem_minmax(0,1fr)]"
          >
            <Sidebar sections={sections} organisation={identity.tenant.name} />
            <div className="flex min-h-dvh min-w-0 flex-col">
              <Header sections={sections} organisation={identity.tenant.name} onPalette={openPalette} />
              <OfflineBanner />
              <RefreshBanner />
              <ActFailure />
              <main
                id="content"
                tabIndex={-1}
                className="mx-auto w-full max-w-[90rem] grow px-4 pt-6 pb-16 outline-none sm:px-6 lg:px-8"
              >
                {children}
              </main>
            </div>
          </div>
          <CommandPalette open={palette} onOpenChange={setPalette} sections={sections} />
          <SessionExpiredDialog />
          <LeaveDialog />
          <Toaster label={t("notifications")} />
        </CrumbProvider>
      </ActFailureProvider>
    </ConsoleProvider>
  );
}

interface FrameProps {
  readonly sections: readonly NavSection[];
  readonly organisation: string;
}

function Sidebar({ sections, organisation }: FrameProps) {
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col border-border border-e bg-background md:flex">
      <div className="flex h-14 shrink-0 items-center px-4.5 lg:hidden">
        <Brand organisation={organisation} rail />
      </div>
      <div className="hidden h-14 shrink-0 items-center px-4.5 lg:flex">
        <Brand organisation={organisation} />
      </div>
      <div className="grow overflow-y-auto px-2.5 py-3 lg:hidden">
        <SidebarNav sections={sections} rail />
      </div>
      <div className="hidden grow overflow-y-auto px-2.5 py-3 lg:block">
        <SidebarNav sections={sections} />
      </div>
      <div className="shrink-0 border-border border-t p-2.5 lg:hidden">
        <AccountMenu rail />
      </div>
      <div className="hidden shrink-0 border-border border-t p-2.5 lg:block">
        <AccountMenu />
      </div>
    </aside>
  );
}

function Header({ sections, organisation, onPalette }: FrameProps & { readonly onPalette: () => void }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-3 border-border border-b bg-canvas px-4 sm:px-6 lg:px-8">
      <IconButton label={t("nav.open")} className="-ms-2 md:hidden" onClick={() => setOpen(true)}>
        <MenuIcon aria-hidden />
      </IconButton>
      <Sheet open={open} onOpenChange={setOpen} side="start" title={<Brand organisation={organisation} />}>
        <div className="flex min-h-full flex-col justify-between gap-6 p-3">
          <SidebarNav sections={sections} onNavigate={() => setOpen(false)} />
          <AccountMenu />
        </div>
      </Sheet>
      <div className="min-w-0 grow">
        <ConsoleBreadcrumbs />
      </div>
      <PaletteButton onPress={onPalette} />
      <Link
        href="/help"
        className="flex h-8 items-center gap-1.5 rounded-md px-2 text-13 text-muted-foreground hover:text-foreground max-sm:size-10 max-sm:justify-center max-sm:px-0"
      >
        <CircleHelp aria-hidden className="size-4" />
        <span className="max-sm:sr-only">{t("help")}</span>
      </Link>
    </header>
  );
}
