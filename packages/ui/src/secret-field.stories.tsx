import { SecretField } from "./secret-field.tsx";
import { LONG_TEXT, LONG_WORD, press } from "./stories/kit.tsx";

export default { component: SecretField };

const token = { label: "Token", secret: "rollcall_scim_7QkWn2bVx9LmR4tYc8DfGh1JpZs6Ka0EuTqX3F9C" };

export const Shown = () => <SecretField {...token} hint="OneLogin calls this SCIM Bearer Token" />;
export const Hidden = () => <SecretField {...token} />;
Hidden.play = press();
export const LongText = () => <SecretField label={LONG_WORD} hint={LONG_TEXT} secret={LONG_WORD.repeat(4)} />;
