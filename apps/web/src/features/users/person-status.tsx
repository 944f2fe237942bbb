"use client";

import { StatusPill } from "@rollcall/ui/status-pill";
import { useTranslations } from "next-intl";
import type { PersonRow } from "./schema.ts";

type Shown = Pick<PersonRow, "active" | "deactivatedBy" | "lastSignInAt">;

/** Active or Deactivated; under it, what an admin would ask next. */
export function PersonStatus({ person, provider }: { readonly person: Shown; readonly provider: string }) {
  const t = useTranslations("users.status");
  if (!person.active) {
    return (
      <span className="grid justify-items-start gap-0.5">
        <StatusPill status="off">{t("deactivated")}</StatusPill>
        <span className="text-muted-foreground text-xs">
          {deactivatedBy(person.deactivatedBy, provider, t)}
        </span>
      </span>
    );
  }
  return (
    <span className="grid justify-items-start gap-0.5">
      <StatusPill status="ok">{t("active")}</StatusPill>
      {person.lastSignInAt === null ? (
        <span className="min-w-22 text-muted-foreground text-xs">{t("neverSignedIn")}</span>
      ) : null}
    </span>
  );
}

type Translate = ReturnType<typeof useTranslations<"users.status">>;

function deactivatedBy(by: string | null, provider: string, t: Translate): string {
  if (by === "scim:active") return t("byActive", { provider });
  if (by === "scim:delete") return t("byDelete", { provider });
  return by === null ? "" : t("byAdmin", { name: by });
}
