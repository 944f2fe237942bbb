"use client";

import { CommandDialog, type CommandGroup } from "@rollcall/ui/command-dialog";
import { LogOut, ScanSearch, Settings2, UserRound, UsersRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useEffect, useState } from "react";
import { unsavedWork } from "~/lib/unsaved-work.ts";
import { THEMES, themeIcons } from "./account-menu.tsx";
import { useReportFailure } from "./act-failure.tsx";
import { useConsole } from "./console-context.tsx";
import { navIcons } from "./nav-icons.tsx";
import { ACCOUNT_PAGES, type NavPage, type NavSection, PROVISIONING_PATH } from "./navigation.ts";
import { signOut } from "./sign-out.ts";

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly sections: readonly NavSection[];
}

/** Every page and the few acts that need no page; typed words can be looked up as a person or a team. */
export function CommandPalette({ open, onOpenChange, sections }: CommandPaletteProps) {
  const t = useTranslations("shell");
  const [query, setQuery] = useState("");
  useEffect(() => {
    if (!open) setQuery("");
  }, [open]);
  const groups = [usePages(sections), useActions(), useLookups(query.trim())];
  return (
    <CommandDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("palette.title")}
      placeholder={t("palette.placeholder")}
      empty={t("palette.empty")}
      query={query}
      onQueryChange={setQuery}
      groups={groups.filter((group) => group.items.length > 0)}
    />
  );
}

/** Opens a page; first asks where something typed would be lost. */
function useOpenPage(): (href: string) => void {
  const router = useRouter();
  return (href) => unsavedWork.leave(() => router.push(href));
}

function usePages(sections: readonly NavSection[]): CommandGroup {
  const t = useTranslations("shell");
  const open = useOpenPage();
  const pages = sections.flatMap((section) =>
    section.items.flatMap((item): NavPage[] => ("group" in item ? [...item.group] : [item])),
  );
  const withChildren = pages.flatMap((page) => [page, ...(page.pages ?? [])]);
  return {
    key: "pages",
    heading: t("palette.pages"),
    items: [...withChildren, ...ACCOUNT_PAGES].map((page) => {
      const Icon = navIcons[page.key] ?? Settings2;
      return {
        key: page.href,
        label: t(`nav.${page.key}`),
        icon: <Icon aria-hidden />,
        onSelect: () => open(page.href),
      };
    }),
  };
}

function useLookups(query: string): CommandGroup {
  const t = useTranslations("shell");
  const open = useOpenPage();
  const { may } = useConsole();
  const heading = t("palette.people");
  if (query.length < 2 || !may("users.read")) return { key: "people", heading, items: [] };
  const q = encodeURIComponent(query);
  return {
    key: "people",
    heading,
    items: [
      {
        key: "find-people",
        always: true,
        label: t("palette.findPeople", { query }),
        icon: <UserRound aria-hidden />,
        onSelect: () => open(`/access/users?q=${q}`),
      },
      {
        key: "find-teams",
        always: true,
        label: t("palette.findTeams", { query }),
        icon: <UsersRound aria-hidden />,
        onSelect: () => open(`/access/teams?q=${q}`),
      },
      {
        key: "trace",
        always: true,
        label: t("palette.trace", { query }),
        icon: <ScanSearch aria-hidden />,
        onSelect: () => open(`/access/users?q=${q}&trace=1`),
      },
    ],
  };
}

function useActions(): CommandGroup {
  const t = useTranslations("shell");
  const open = useOpenPage();
  const { may } = useConsole();
  const { setTheme } = useTheme();
  const report = useReportFailure();
  return {
    key: "actions",
    heading: t("palette.actions"),
    items: [
      ...(may("provisioning.read")
        ? [
            {
              key: "config",
              label: t("palette.viewConfig"),
              icon: <Settings2 aria-hidden />,
              onSelect: () => open(`${PROVISIONING_PATH}?dialog=config`),
            },
          ]
        : []),
      ...THEMES.map((theme) => {
        const Icon = themeIcons[theme];
        return {
          key: `theme-${theme}`,
          label: t("palette.themeTo", { theme: t(`theme.${theme}`) }),
          icon: <Icon aria-hidden />,
          onSelect: () => setTheme(theme),
        };
      }),
      {
        key: "sign-out",
        label: t("palette.signOut"),
        icon: <LogOut aria-hidden />,
        onSelect: () => signOut().catch(() => report(t("account.failed"))),
      },
    ],
  };
}
