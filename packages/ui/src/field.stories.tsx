import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";

export default { component: Field };

export const Plain = () => (
  <Field label="Name">
    <Input />
  </Field>
);
export const WithHint = () => (
  <Field label="Name" hint="Letters, digits, - and _, at most 36">
    <Input placeholder="platform-engineering" />
  </Field>
);
export const Invalid = () => (
  <Field label="Name" error="A team's name holds no blank.">
    <Input defaultValue="Platform Engineering" />
  </Field>
);
export const DisabledWithReason = () => (
  <Field label="Name" hint="OneLogin names this team.">
    <Input disabled defaultValue="data" />
  </Field>
);
export const LongText = () => (
  <Field label={LONG_WORD} hint={LONG_TEXT} error={`${LONG_TEXT} ${LONG_WORD}`}>
    <Input defaultValue={LONG_TEXT} />
  </Field>
);
