"use client";

import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useLabels } from "@rollcall/ui/labels";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { leadsAway, unsavedWork } from "~/lib/unsaved-work.ts";

/** Asks before a link, the palette or the browser's Back leads away from something typed that is not saved. */
export function LeaveDialog() {
  const labels = useLabels();
  const [asking, setAsking] = useState(false);
  const [go, setGo] = useState<() => void>();
  useEffect(
    () =>
      unsavedWork.onLeave((next) => {
        setGo(() => next);
        setAsking(true);
      }),
    [],
  );
  useLinks();
  useBack();
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={setAsking}
      title={labels.discardTitle}
      confirmLabel={labels.discard}
      cancelLabel={labels.keepEditing}
      danger
      onConfirm={() => {
        unsavedWork.discard();
        setAsking(false);
        go?.();
      }}
    >
      {labels.discardBody}
    </ConfirmDialog>
  );
}

/** Before any link has seen the click itself. */
function useLinks(): void {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const href = unsavedWork.exists ? leadsAway(event, window.location.href) : null;
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      unsavedWork.leave(() => router.push(href));
    };
    document.addEventListener("click", onClick, true);
    return () => document.removeEventListener("click", onClick, true);
  }, [router]);
}

/** Where the browser lets a page hold its Back and Forward. */
function useBack(): void {
  useEffect(() => {
    if (!("navigation" in window)) return undefined;
    const { navigation } = window;
    const onNavigate = (event: NavigateEvent) => {
      if (event.navigationType !== "traverse" || !event.cancelable || !unsavedWork.exists) return;
      const { key, url } = event.destination;
      // Steps within a page are the page's own.
      if (new URL(url).pathname === window.location.pathname) return;
      event.preventDefault();
      unsavedWork.leave(() => navigation.traverseTo(key));
    };
    navigation.addEventListener("navigate", onNavigate);
    return () => navigation.removeEventListener("navigate", onNavigate);
  }, []);
}
