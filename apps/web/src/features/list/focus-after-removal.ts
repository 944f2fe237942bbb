/**
 * After rows are gone the focus goes to the row behind them, or before them, or to the heading that says the list is empty.
 * Called while the rows are still there.
 *
 * @param list what surrounds the table
 * @param ids the rows that go
 */
export function focusAfterRemoval(list: HTMLElement | null, ids: readonly string[]): void {
  if (list === null) return;
  const rows = [...list.querySelectorAll("[data-row-id]")].map(
    (row) => row.getAttribute("data-row-id") ?? "",
  );
  const first = rows.findIndex((id) => ids.includes(id));
  const staying = (from: readonly string[]) => from.find((id) => !ids.includes(id));
  const next = staying(rows.slice(first)) ?? staying(rows.slice(0, Math.max(0, first)).reverse());
  const settle = () => {
    const link = next ? list.querySelector(`[data-row-id="${CSS.escape(next)}"] a`) : null;
    const target = link ?? list.querySelector("h2,h3");
    if (target instanceof HTMLElement) target.focus();
  };
  // The dialog gives the focus back when it has closed; this comes after.
  setTimeout(settle, 400);
}
