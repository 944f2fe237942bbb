"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import type { Permission } from "~/server/permissions.ts";
import type { Density } from "./preferences.ts";

export interface ConsoleIdentity {
  readonly tenant: { readonly slug: string; readonly name: string };
  readonly actor: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: "admin" | "member";
  };
  readonly permissions: readonly Permission[];
  /** `{origin}/api/scim/{tenant}/v2` as this browser sees the origin. */
  readonly scimUrl: string;
  /** Whether `/` focuses the search field. */
  readonly slashFocusesSearch: boolean;
  /** Columns switched off, by table, as they were when the page was loaded. */
  readonly hiddenColumns: Readonly<Record<string, readonly string[]>>;
  readonly density: Density;
}

const Identity = createContext<ConsoleIdentity | null>(null);

export function ConsoleProvider({ value, children }: { value: ConsoleIdentity; children: ReactNode }) {
  return <Identity value={value}>{children}</Identity>;
}

/** Who is signed in, where, and what they may do. Only below the console's layout. */
export function useConsole(): ConsoleIdentity & { readonly may: (permission: Permission) => boolean } {
  const identity = use(Identity);
  if (identity === null) throw new Error("useConsole stands outside the console.");
  return useMemo(
    () => ({ ...identity, may: (permission) => identity.permissions.includes(permission) }),
    [identity],
  );
}
