/** Where a table has nothing to say: a dash in its cell. A card, and a row's second line, leave the column out. */
export function None() {
  return (
    <span data-none className="text-muted-foreground">
      —
    </span>
  );
}
