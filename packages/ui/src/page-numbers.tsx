export type PageEntry =
  | { readonly kind: "page"; readonly key: string; readonly page: number }
  | { readonly kind: "gap"; readonly key: string };

/** The pages to offer: first, last, and one on each side of the current one; gaps stand for the rest. */
export function pageNumbers(current: number, last: number): PageEntry[] {
  const entries: PageEntry[] = [];
  let before = 0;
  for (let page = 1; page <= last; page++) {
    if (page !== 1 && page !== last && Math.abs(page - current) > 1) continue;
    if (page - before > 1) entries.push({ kind: "gap", key: `gap-${before}` });
    entries.push({ kind: "page", key: `page-${page}`, page });
    before = page;
  }
  return entries;
}
