import { Badge } from "./badge.tsx";
import { LONG_TEXT } from "./stories/kit.tsx";

export default { component: Badge };

export const Count = () => <Badge>3</Badge>;
export const Kind = () => <Badge>Recovery admin</Badge>;
export const LongText = () => <Badge>{LONG_TEXT}</Badge>;
