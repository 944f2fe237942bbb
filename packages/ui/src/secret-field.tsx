"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { IconButton } from "./button.tsx";
import { CopyField } from "./copy-field.tsx";
import { useLabels } from "./labels.tsx";

export interface SecretFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** The secret while it may be seen; it lives in the caller's component state only. */
  readonly secret: string;
  readonly onCopied?: () => void;
}

/**
 * A secret that can be hidden from people behind one's back, and is copied whole either way. Where no machine can copy it,
 * it is shown to be copied by hand.
 */
export function SecretField({ label, hint, secret, onCopied }: SecretFieldProps) {
  const labels = useLabels();
  const [shown, setShown] = useState(true);
  return (
    <CopyField
      label={label}
      hint={hint}
      value={shown ? secret : mask(secret)}
      copyText={secret}
      masked={!shown}
      onCopyFailed={() => flushSync(() => setShown(true))}
      {...(onCopied ? { onCopied } : {})}
      actions={
        <IconButton
          label={`${shown ? labels.hide : labels.show} ${label}`}
          onClick={() => setShown((before) => !before)}
        >
          {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </IconButton>
      }
    />
  );
}

function mask(secret: string): string {
  return `${"•".repeat(Math.max(8, secret.length - 4))}${secret.slice(-4)}`;
}
