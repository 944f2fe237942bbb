import { Kbd } from "./kbd.tsx";

export default { component: Kbd };

export const Key = () => <Kbd>K</Kbd>;
export const LongText = () => <Kbd>Page down</Kbd>;
