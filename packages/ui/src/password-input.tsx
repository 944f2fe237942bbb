"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn.tsx";
import { controlStyles } from "./input.tsx";
import { useLabels } from "./labels.tsx";

/** A password field with show and hide. Pasting and password managers work: it is a plain input. */
export function PasswordInput({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  const labels = useLabels();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <input
        {...props}
        type={shown ? "text" : "password"}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className={cn(controlStyles, "h-9 pe-11 max-sm:h-11", className)}
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={shown ? labels.hide : labels.show}
        onClick={() => setShown((value) => !value)}
        className="-translate-y-1/2 absolute end-1 top-1/2 grid size-7 place-items-center rounded-md text-muted-foreground hover:text-foreground max-sm:size-9"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
