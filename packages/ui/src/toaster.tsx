"use client";

import { useDirection } from "@base-ui/react/direction-provider";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Toasts: only for the success of something a person just did and that is visible elsewhere too. */
export function Toaster({ label }: { readonly label: string }) {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      containerAriaLabel={label}
      position={useDirection() === "rtl" ? "bottom-left" : "bottom-right"}
      duration={6000}
      closeButton
      toastOptions={{
        classNames: {
          toast: "!rounded-card !border-border !bg-surface !text-foreground !shadow-layer !font-sans",
          description: "!text-muted-foreground",
          actionButton: "!bg-primary !text-on-primary",
        },
      }}
    />
  );
}
