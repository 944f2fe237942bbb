"use client";

import { useMemo, useRef } from "react";
import { cn } from "./cn.tsx";
import { CopyButton } from "./copy-button.tsx";

export interface JsonViewProps {
  /** The accessible name, and what the copy button copies: "Request". */
  readonly name: string;
  readonly value: unknown;
  readonly className?: string;
}

/** JSON, indented, its keys and strings told apart, to read and to copy. */
export function JsonView({ name, value, className }: JsonViewProps) {
  const text = useMemo(() => JSON.stringify(value, null, 2) ?? "", [value]);
  const body = useRef<HTMLPreElement>(null);
  return (
    <figure
      aria-label={name}
      dir="ltr"
      className={cn("relative rounded-md border border-border bg-muted", className)}
    >
      <div className="absolute end-1 top-1 rounded-md bg-muted">
        <CopyButton small name={name} text={text} selectOnFailure={body} />
      </div>
      <pre ref={body} className="whitespace-pre-wrap break-words p-3 pe-10 font-mono text-xs leading-5">
        {tokens(text).map((token) => (
          <span key={token.at} className={tokenStyles[token.kind]}>
            {token.text}
          </span>
        ))}
      </pre>
    </figure>
  );
}

type TokenKind = "key" | "string" | "literal" | "plain";

const tokenStyles: Record<TokenKind, string> = {
  key: "text-info",
  string: "text-ok",
  literal: "text-waiting",
  plain: "text-foreground",
};

const pattern = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function tokens(text: string): { at: number; kind: TokenKind; text: string }[] {
  const found: { at: number; kind: TokenKind; text: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) found.push({ at: end, kind: "plain", text: text.slice(end, match.index) });
    const quoted = match[1];
    const kind = quoted === undefined ? "literal" : match[2] === undefined ? "string" : "key";
    const body = quoted ?? match[0];
    found.push({ at: match.index, kind, text: body });
    end = match.index + body.length;
  }
  if (end < text.length) found.push({ at: end, kind: "plain", text: text.slice(end) });
  return found;
}
