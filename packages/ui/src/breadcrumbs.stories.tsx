import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
import { LONG_WORD } from "./stories/kit.tsx";

export default { component: Breadcrumbs };

const WAY: readonly Crumb[] = [
  { key: "access", label: "Access" },
  { key: "users", label: "Users", link: <a href="#users">Users</a> },
];

export const Page = () => <Breadcrumbs crumbs={WAY} />;
export const Detail = () => <Breadcrumbs crumbs={[...WAY, { key: "detail", label: "Ada Lovelace" }]} />;
export const LongText = () => <Breadcrumbs crumbs={[...WAY, { key: "detail", label: LONG_WORD }]} />;
