"use client";

import { Breadcrumbs, type Crumb } from "@rollcall/ui/breadcrumbs";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { stepsTo } from "./navigation.ts";

interface CrumbState {
  readonly label: string | null;
  readonly setLabel: (label: string | null) => void;
}

const Detail = createContext<CrumbState>({ label: null, setLabel: () => {} });

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [label, setLabel] = useState<string | null>(null);
  const value = useMemo(() => ({ label, setLabel }), [label]);
  return <Detail value={value}>{children}</Detail>;
}

/** Adds the name of what a detail page shows to the breadcrumbs, while the page is there. */
export function DetailCrumb({ label }: { readonly label: string }) {
  const { setLabel } = use(Detail);
  useEffect(() => {
    setLabel(label);
    return () => setLabel(null);
  }, [label, setLabel]);
  return null;
}

/** The way to this page. */
export function ConsoleBreadcrumbs() {
  const t = useTranslations("shell.nav");
  const path = usePathname();
  const { label } = use(Detail);
  const crumbs: Crumb[] = stepsTo(path).map((step) => ({
    key: step.key,
    label: t(step.key),
    ...(step.href ? { link: <Link href={step.href} /> } : {}),
  }));
  if (label) crumbs.push({ key: "detail", label });
  return <Breadcrumbs crumbs={crumbs} />;
}
