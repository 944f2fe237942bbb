import { cn } from "./cn.tsx";

export interface CutTextProps {
  readonly children: string;
  readonly className?: string;
}

/**
 * A text that is cut where there is no room for it, its whole in the title. It is cut at its own end, which for a name in Latin
 * letters is the right one on a page from right to left too.
 */
export function CutText({ children, className }: CutTextProps) {
  return (
    <span
      dir="auto"
      title={children}
      className={cn("block min-w-0 truncate [text-align:match-parent]", className)}
    >
      {children}
    </span>
  );
}
