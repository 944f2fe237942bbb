import { nothing } from "./stories/kit.tsx";
import { COLUMNS } from "./stories/people.tsx";
import { TableSort } from "./table-sort.tsx";

export default { component: TableSort };

/** Where the head of the table lacks no column, on a phone alone. */
export const Ascending = () => (
  <TableSort
    columns={COLUMNS}
    sort={{ column: "name", direction: "asc" }}
    onSort={nothing}
    headLacks={false}
  />
);
export const Descending = () => (
  <TableSort
    columns={COLUMNS}
    sort={{ column: "email", direction: "desc" }}
    onSort={nothing}
    headLacks={false}
  />
);
