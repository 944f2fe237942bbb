import { Pagination } from "./pagination.tsx";
import { nothing } from "./stories/kit.tsx";

export default { component: Pagination };

const people = { size: 25, total: 312, onPage: nothing, onSize: nothing };

export const FirstPage = () => <Pagination {...people} page={1} />;
export const MiddlePage = () => <Pagination {...people} page={7} />;
export const LastPage = () => <Pagination {...people} page={13} />;
export const OnePage = () => <Pagination {...people} page={1} total={8} />;
export const Empty = () => <Pagination {...people} page={1} total={0} />;
export const VeryMany = () => <Pagination {...people} page={40_000} total={1_000_000} />;
