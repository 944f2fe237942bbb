import type { ReactNode } from "react";

export interface Description {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: ReactNode;
}

/** Names and values, in two columns where there is room. */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
      {items.map((item) => (
        <div
          key={item.key}
          className="grid grid-cols-[minmax(0,1fr)] gap-0.5 sm:col-span-2 sm:grid-cols-subgrid"
        >
          <dt className="wrap-anywhere text-13 text-muted-foreground">{item.name}</dt>
          <dd className="wrap-anywhere min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
