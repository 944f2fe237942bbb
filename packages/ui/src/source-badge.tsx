import { CloudDownload, KeyRound, UserRound } from "lucide-react";
import type { ReactNode } from "react";

/** Where a record comes from: pushed by an identity provider, made by hand, or made at sign-in. */
export type Source = "scim" | "local" | "sso";

const icons = { scim: CloudDownload, local: UserRound, sso: KeyRound } as const;

export function SourceBadge({ source, children }: { readonly source: Source; readonly children: ReactNode }) {
  const Icon = icons[source];
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-13 text-muted-foreground">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}
