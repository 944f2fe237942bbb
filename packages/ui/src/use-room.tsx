"use client";

import { useSyncExternalStore } from "react";

/** The widths of the page from which columns have room: those of the style sheet's `md`, `lg` and `xl`. */
const ROOM = { md: 768, lg: 1024, xl: 1280 } as const;

export type Room = keyof typeof ROOM;

/** Below it a row is a card that names every column. */
const CARD = 640;

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

/** Whether columns that need so much room are left out of the table for want of it; false where rows are cards. */
export function useLackOfRoom(): (needed: Room | undefined) => boolean {
  const missing = useSyncExternalStore(
    subscribe,
    () => lacking(window.innerWidth),
    () => "",
  );
  return (needed) => needed !== undefined && missing.split(" ").includes(needed);
}

/** The widths that the page does not reach, as one text, which is the same as long as they are. */
export function lacking(width: number): string {
  if (width < CARD) return "";
  const rooms: readonly Room[] = ["md", "lg", "xl"];
  return rooms.filter((room) => width < ROOM[room]).join(" ");
}
