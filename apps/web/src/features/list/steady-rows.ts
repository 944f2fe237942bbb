/**
 * What a table shows while a person is at it: the rows it shows already, in their order, with their newest values. Rows
 * that came wait, and rows that went stay, until the person is done; so nothing moves under the pointer.
 *
 * @returns the rows to show, and how many came or went behind them
 */
export function heldRows<Row>(
  shown: readonly Row[],
  latest: readonly Row[],
  idOf: (row: Row) => string,
): { readonly rows: readonly Row[]; readonly waiting: number } {
  const byId = new Map(latest.map((row) => [idOf(row), row]));
  const rows = shown.map((row) => byId.get(idOf(row)) ?? row);
  const before = new Set(shown.map(idOf));
  const came = latest.filter((row) => !before.has(idOf(row))).length;
  const went = shown.filter((row) => !byId.has(idOf(row))).length;
  const moved = came + went === 0 && shown.some((row, index) => idOf(row) !== idOfAt(latest, index, idOf));
  return { rows, waiting: came + went || (moved ? 1 : 0) };
}

function idOfAt<Row>(rows: readonly Row[], index: number, idOf: (row: Row) => string): string | undefined {
  const row = rows[index];
  return row === undefined ? undefined : idOf(row);
}
