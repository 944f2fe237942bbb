import { Ellipsis } from "lucide-react";
import { IconButton } from "./button.tsx";
import { DataTable } from "./data-table.tsx";
import { nothing } from "./stories/kit.tsx";
import { COLUMNS, LONG_PERSON, PEOPLE, type Row } from "./stories/people.tsx";

export default { component: DataTable };

const people = {
  label: "People",
  columns: COLUMNS,
  rows: PEOPLE,
  rowId: ({ id }: Row) => id,
};
const sorted = { sort: { column: "name", direction: "asc" }, onSort: nothing } as const;
const selection = {
  selected: new Set(["2"]),
  onChange: nothing,
  labelFor: ({ name }: Row) => `Select ${name}`,
};
const withActions = {
  rowActions: ({ name }: Row) => (
    <IconButton label={`Actions for ${name}`}>
      <Ellipsis aria-hidden />
    </IconButton>
  ),
  rowActionsLabel: "Actions",
};

export const Plain = () => <DataTable {...people} />;
export const Sorted = () => <DataTable {...people} {...sorted} />;
export const Selected = () => <DataTable {...people} {...sorted} selection={selection} />;
export const WithRowActions = () => <DataTable {...people} {...withActions} />;
export const WithHiddenColumn = () => <DataTable {...people} hidden={["teams"]} />;
export const Refreshing = () => <DataTable {...people} refreshing />;
export const Empty = () => <DataTable {...people} rows={[]} />;
export const LongText = () => (
  <DataTable {...people} {...sorted} {...withActions} rows={[LONG_PERSON]} selection={selection} />
);
