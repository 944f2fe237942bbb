import { PasswordInput } from "./password-input.tsx";
import { LONG_TEXT, press } from "./stories/kit.tsx";

export default { component: PasswordInput };

export const Empty = () => <PasswordInput aria-label="Password" />;
export const Hidden = () => <PasswordInput aria-label="Password" defaultValue="correct horse" />;
export const Shown = () => <PasswordInput aria-label="Password" defaultValue={LONG_TEXT} />;
Shown.play = press();
export const Invalid = () => <PasswordInput aria-label="Password" aria-invalid defaultValue="short" />;
