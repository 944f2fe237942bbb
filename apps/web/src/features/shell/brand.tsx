import { CutText } from "@rollcall/ui/cut-text";
import Link from "next/link";

export interface BrandProps {
  readonly organisation: string;
  readonly rail?: boolean;
}

/** The mark: a list of people of whom each is ticked or not. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="6" className="fill-foreground" />
      <path
        d="M6 8.2l1.5 1.5L10 7M6 15.2l1.5 1.5L10 14M13 8.5h5M13 15.5h5"
        className="stroke-background"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        fill="none"
      />
    </svg>
  );
}

/** The organisation whose console this is; leads to the first page. */
export function Brand({ organisation, rail }: BrandProps) {
  return (
    <Link
      href="/"
      className="flex min-w-6 items-center gap-2.5 rounded-md font-semibold text-sm"
      {...(rail ? { "aria-label": organisation } : {})}
    >
      <Mark className="size-6 shrink-0" />
      {rail ? null : <CutText>{organisation}</CutText>}
    </Link>
  );
}
