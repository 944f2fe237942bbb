"use client";

import { cn } from "@rollcall/ui/cn";
import { CutText } from "@rollcall/ui/cut-text";
import { Tooltip } from "@rollcall/ui/tooltip";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { navIcons } from "./nav-icons.tsx";
import { isUnder, type NavPage, type NavSection } from "./navigation.ts";

export interface SidebarNavProps {
  readonly sections: readonly NavSection[];
  /** Icons alone, their names on focus and hover. */
  readonly rail?: boolean;
  readonly onNavigate?: () => void;
}

/** The sections of the console with the current page marked. */
export function SidebarNav({ sections, rail, onNavigate }: SidebarNavProps) {
  const t = useTranslations("shell.nav");
  return (
    <nav aria-label={t("label")} className="grid gap-5">
      {sections.map((section) => (
        <div key={section.key} className="grid gap-0.5">
          <h2 className={cn("px-2.5 pb-1 font-medium text-muted-foreground text-xs", rail && "sr-only")}>
            {t(section.key)}
          </h2>
          <ul className="grid gap-0.5">
            {section.items.map((item) =>
              "group" in item ? (
                <li key={item.key}>
                  <h3 className={cn("px-2.5 py-1.5 text-13 text-muted-foreground", rail && "sr-only")}>
                    {t(item.key)}
                  </h3>
                  <ul className={cn("grid gap-0.5", !rail && "ms-2.5 border-border border-s ps-1.5")}>
                    {item.group.map((page) => (
                      <NavEntry key={page.key} page={page} rail={rail} onNavigate={onNavigate} />
                    ))}
                  </ul>
                </li>
              ) : (
                <NavEntry key={item.key} page={item} rail={rail} onNavigate={onNavigate} />
              ),
            )}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function NavEntry({
  page,
  rail,
  onNavigate,
}: {
  readonly page: NavPage;
  readonly rail: boolean | undefined;
  readonly onNavigate: (() => void) | undefined;
}) {
  const t = useTranslations("shell.nav");
  const path = usePathname();
  const current = page.exact ? path === page.href : isUnder(path, page.href);
  const Icon = navIcons[page.key];
  const link = (
    <Link
      href={page.href}
      aria-current={current ? (path === page.href ? "page" : "true") : undefined}
      {...(onNavigate ? { onClick: onNavigate } : {})}
      {...(rail ? { "aria-label": t(page.key) } : {})}
      className={cn(
        "flex h-8 items-center gap-2.5 rounded-md px-2.5 text-13 text-muted-foreground transition-colors duration-120 hover:bg-muted hover:text-foreground max-md:h-11 max-md:text-sm",
        current && "bg-muted font-medium text-foreground",
        rail && "size-10 justify-center p-0",
      )}
    >
      {Icon ? <Icon aria-hidden className="size-4 shrink-0" /> : null}
      {rail ? null : <CutText>{t(page.key)}</CutText>}
    </Link>
  );
  return (
    <li>
      {rail ? (
        <Tooltip text={t(page.key)} side="inline-end">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}
