"use client";

import { Columns3 } from "lucide-react";
import { IconButton } from "./button.tsx";
import type { DataColumn } from "./data-column.tsx";
import { useLabels } from "./labels.tsx";
import { Menu, MenuCheckboxItem } from "./menu.tsx";

export interface ColumnMenuProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly hidden: readonly string[];
  readonly onHiddenChange: (hidden: string[]) => void;
}

/** Switches columns on and off. */
export function ColumnMenu<Row>({ columns, hidden, onHiddenChange }: ColumnMenuProps<Row>) {
  const labels = useLabels();
  return (
    <Menu
      trigger={
        <IconButton label={labels.columns} variant="secondary" className="size-9 max-sm:hidden">
          <Columns3 aria-hidden />
        </IconButton>
      }
    >
      {columns
        .filter((column) => column.hideable)
        .map((column) => (
          <MenuCheckboxItem
            key={column.id}
            checked={!hidden.includes(column.id)}
            onCheckedChange={(checked) =>
              onHiddenChange(checked ? hidden.filter((id) => id !== column.id) : [...hidden, column.id])
            }
          >
            {column.header}
          </MenuCheckboxItem>
        ))}
    </Menu>
  );
}
