"use client";

import { cn } from "@rollcall/ui/cn";
import { CutText } from "@rollcall/ui/cut-text";
import { Menu, MenuHeading, MenuItem, MenuRadioGroup, MenuSeparator } from "@rollcall/ui/menu";
import {
  Keyboard,
  LockKeyhole,
  LogOut,
  Monitor,
  MonitorSmartphone,
  Moon,
  Palette,
  Sun,
  UserRound,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useReportFailure } from "./act-failure.tsx";
import { useConsole } from "./console-context.tsx";
import { signOut } from "./sign-out.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;

export function asTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** The signed-in person: account pages, theme, sign out. */
export function AccountMenu({ rail }: { readonly rail?: boolean }) {
  const { actor } = useConsole();
  const t = useTranslations("shell");
  const { theme, setTheme } = useTheme();
  const report = useReportFailure();
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          aria-label={t("account.menu", { name: actor.name })}
          className={cn(
            "flex h-10 w-full min-w-0 items-center gap-2.5 rounded-md px-1.5 text-start text-13 hover:bg-muted max-md:h-11",
            rail && "size-10 justify-center px-0",
          )}
        >
          <Avatar name={actor.name} />
          {rail ? null : (
            <span className="grid min-w-0">
              <CutText className="font-medium">{actor.name}</CutText>
              <CutText className="text-muted-foreground text-xs">{actor.email}</CutText>
            </span>
          )}
        </button>
      }
    >
      <MenuHeading>
        <span className="wrap-anywhere block font-medium">{actor.name}</span>
        <span className="wrap-anywhere block text-muted-foreground">{actor.email}</span>
      </MenuHeading>
      <MenuSeparator />
      <MenuItem icon={<UserRound aria-hidden />} render={<Link href="/account" />}>
        {t("nav.profile")}
      </MenuItem>
      <MenuItem icon={<LockKeyhole aria-hidden />} render={<Link href="/account/password" />}>
        {t("nav.password")}
      </MenuItem>
      <MenuItem icon={<MonitorSmartphone aria-hidden />} render={<Link href="/account/sessions" />}>
        {t("nav.sessions")}
      </MenuItem>
      <MenuItem icon={<Palette aria-hidden />} render={<Link href="/account/appearance" />}>
        {t("nav.appearance")}
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden />} render={<Link href="/account/keyboard" />}>
        {t("nav.keyboard")}
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup
        label={t("theme.label")}
        value={asTheme(theme)}
        onValueChange={setTheme}
        options={THEMES.map((value) => {
          const Icon = themeIcons[value];
          return { value, label: t(`theme.${value}`), icon: <Icon aria-hidden /> };
        })}
      />
      <MenuSeparator />
      <MenuItem
        icon={<LogOut aria-hidden />}
        onSelect={() => signOut().catch(() => report(t("account.failed")))}
      >
        {t("account.signOut")}
      </MenuItem>
    </Menu>
  );
}

function Avatar({ name }: { readonly name: string }) {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join("");
  return (
    <span
      aria-hidden
      className="grid size-7 shrink-0 place-items-center rounded-full bg-waiting-bg font-medium text-[0.6875rem] text-waiting uppercase"
    >
      {initials}
    </span>
  );
}
