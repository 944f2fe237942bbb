"use client";

import { useRef } from "react";
import { cn } from "./cn.tsx";
import { CopyButton } from "./copy-button.tsx";

export interface CopyTextProps {
  /** What is copied, as a name: "User name". */
  readonly name: string;
  readonly text: string;
  readonly small?: boolean;
  readonly className?: string;
}

/**
 * An id or an address in mono with a button that copies it, or selects it where copying by machine is not possible. It is as
 * high as its text: the button reaches over the line.
 */
export function CopyText({ name, text, small = false, className }: CopyTextProps) {
  const value = useRef<HTMLElement>(null);
  return (
    <span
      className={cn(
        "flex min-w-0 items-start gap-1",
        small ? "-my-1.5" : "-my-1.5 max-sm:-my-2.5",
        className,
      )}
    >
      <code
        ref={value}
        dir="ltr"
        className={cn(
          "min-w-0 break-all font-mono",
          small ? "py-1.5 text-xs leading-4" : "py-1.5 text-13 leading-5 max-sm:py-2.5",
        )}
      >
        {text}
      </code>
      <CopyButton small={small} name={name} text={text} selectOnFailure={value} />
    </span>
  );
}
