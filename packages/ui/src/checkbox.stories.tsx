import { Checkbox } from "./checkbox.tsx";
import { LONG_TEXT, LONG_WORD, nothing } from "./stories/kit.tsx";

export default { component: Checkbox };

export const Alone = () => <Checkbox label="Select Ada Lovelace" checked={false} onCheckedChange={nothing} />;
export const Checked = () => <Checkbox label="Select Ada Lovelace" checked onCheckedChange={nothing} />;
export const Indeterminate = () => (
  <Checkbox label="Select all rows" checked={false} indeterminate onCheckedChange={nothing} />
);
export const WithHint = () => (
  <Checkbox checked onCheckedChange={nothing} hint="Look-ups change nothing.">
    Show look-ups
  </Checkbox>
);
export const DisabledWithReason = () => (
  <Checkbox checked={false} disabled onCheckedChange={nothing} hint="Needs a connection first.">
    Require single sign-on
  </Checkbox>
);
export const DisabledAndChecked = () => (
  <Checkbox checked disabled onCheckedChange={nothing} hint="OneLogin decides this.">
    Active
  </Checkbox>
);
export const LongText = () => (
  <Checkbox checked onCheckedChange={nothing} hint={LONG_TEXT}>
    {LONG_WORD}
  </Checkbox>
);
