import { TableSkeleton } from "./table-skeleton.tsx";

export default { component: TableSkeleton };

export const Plain = () => <TableSkeleton />;
export const TwoLines = () => <TableSkeleton rows={3} columns={6} lines={2} />;
