import { CopyField } from "./copy-field.tsx";
import { LONG_TEXT, LONG_WORD, press } from "./stories/kit.tsx";

export default { component: CopyField };

const url = { label: "SCIM URL", value: "https://rollcall.acme.test/api/scim/acme/v2" };

export const Plain = () => <CopyField {...url} />;
export const WithHint = () => <CopyField {...url} hint="OneLogin calls this SCIM Base URL" />;
export const Pressed = () => <CopyField {...url} />;
Pressed.play = press();
export const DisabledWithReason = () => (
  <CopyField
    label="Token"
    value="rollcall_scim_••••••••3F9C"
    masked
    copyDisabledReason="Only shown when generated"
  />
);
export const LongText = () => (
  <CopyField
    label={LONG_WORD}
    hint={LONG_TEXT}
    value={`https://${LONG_WORD.repeat(4)}.test`}
    copyDisabledReason={LONG_TEXT}
  />
);
