import { Field } from "./field.tsx";
import { Select } from "./select.tsx";
import { LONG_TEXT, LONG_WORD, nothing, press } from "./stories/kit.tsx";

export default { component: Select };

const role = {
  label: "Role",
  value: "member",
  onValueChange: nothing,
  options: [
    { value: "member", label: "Member", hint: "Signs in and sees the own account." },
    { value: "admin", label: "Admin", hint: "Manages everything here." },
  ],
};
const long = { ...role, options: [{ value: "member", label: LONG_WORD, hint: LONG_TEXT }] };

export const Closed = () => <Select {...role} />;
export const Small = () => <Select {...role} size="sm" />;
export const Open = () => <Select {...role} />;
Open.play = press("[role=combobox]");
export const DisabledWithReason = () => (
  <Field label="Role" hint="The last admin stays one.">
    <Select {...role} disabled />
  </Field>
);
export const LongText = () => <Select {...long} />;
export const LongTextOpen = () => <Select {...long} />;
LongTextOpen.play = press("[role=combobox]");
