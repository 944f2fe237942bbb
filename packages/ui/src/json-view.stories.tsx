import { JsonView } from "./json-view.tsx";
import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";

export default { component: JsonView };

export const Request = () => (
  <JsonView
    name="Request"
    value={{ userName: "ada@acme.test", active: true, emails: [{ primary: true }], n: 3 }}
  />
);
export const Nothing = () => <JsonView name="Response" value={null} />;
export const LongText = () => (
  <JsonView name="Request" value={{ [LONG_WORD]: LONG_TEXT + LONG_WORD.repeat(3) }} />
);
