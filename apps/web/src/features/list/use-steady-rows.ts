"use client";

import { type FocusEvent, type PointerEvent, useCallback, useRef, useState } from "react";
import { heldRows } from "./steady-rows.ts";

export interface SteadyRows<Row> {
  readonly rows: readonly Row[];
  /** Rows that came or went and are not shown yet. */
  readonly waiting: number;
  /** Shows them now. */
  readonly showAll: () => void;
  /** Shows what comes next at once: it answers something that the person at the table has done. */
  readonly showNext: () => void;
  /** Takes out rows that the person at the table has removed, and shows what comes in their place. */
  readonly remove: (ids: readonly string[]) => void;
  /** Goes on what surrounds the table: while the pointer or the focus is there, rows keep their places. */
  readonly holders: {
    /** Takes the focus when the button that showed what waited is gone; by itself it holds no row. */
    readonly tabIndex: -1;
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: (event: PointerEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

/**
 * Names what the rows are of. While the rows of the view before still stand in (`standIn`) it is another name, so that
 * the right ones are shown when they come, wherever the focus is.
 */
export function rowsKey(view: object, standIn: boolean): string {
  return JSON.stringify([view, standIn]);
}

/**
 * Rows that are fetched again every few seconds but do not jump under the pointer or the focus.
 *
 * @param view Names what is looked at (filter, sort, page): another view shows its rows at once.
 */
export function useSteadyRows<Row>(
  latest: readonly Row[],
  view: string,
  idOf: (row: Row) => string,
): SteadyRows<Row> {
  const [held, setHeld] = useState({ pointer: false, focus: false });
  const shown = useRef<{ view: string; rows: readonly Row[] }>({ view, rows: latest });
  /** The rows after which the next ones are shown at once. */
  const due = useRef<readonly Row[] | null>(null);
  const newest = useRef(latest);
  newest.current = latest;
  const awaited = due.current !== null && due.current !== latest;
  if (awaited) due.current = null;
  const free = !held.pointer && !held.focus;
  if (free || awaited || shown.current.view !== view) shown.current = { view, rows: latest };
  const { rows, waiting } = heldRows(shown.current.rows, latest, idOf);
  const [, redraw] = useState(0);
  const showAll = useCallback(() => {
    shown.current = { view, rows: latest };
    redraw((count) => count + 1);
  }, [view, latest]);
  const showNext = useCallback(() => {
    due.current = newest.current;
  }, []);
  const remove = (ids: readonly string[]) => {
    shown.current = { view, rows: shown.current.rows.filter((row) => !ids.includes(idOf(row))) };
    showNext();
    redraw((count) => count + 1);
  };
  return {
    rows,
    waiting,
    showAll,
    showNext,
    remove,
    holders: {
      onPointerEnter: (event) => {
        if (event.pointerType === "mouse") setHeld((now) => ({ ...now, pointer: true }));
      },
      onPointerLeave: () => setHeld((now) => ({ ...now, pointer: false })),
      tabIndex: -1,
      onFocus: (event) => setHeld((now) => ({ ...now, focus: event.target !== event.currentTarget })),
      onBlur: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHeld((now) => ({ ...now, focus: false }));
      },
    },
  };
}
