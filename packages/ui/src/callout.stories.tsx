import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";

export default { component: Callout };

export const Ok = () => <Callout status="ok">OneLogin has switched to the new token.</Callout>;
export const Warn = () => (
  <Callout status="warn" title="Copy it now">
    You won't be able to see it again.
  </Callout>
);
export const Bad = () => (
  <Callout status="bad" role="alert" title="Not saved">
    Another admin changed it a moment ago.
  </Callout>
);
export const Info = () => <Callout status="info">OneLogin manages this team.</Callout>;
export const Waiting = () => <Callout status="waiting">Nothing has arrived at this URL yet.</Callout>;
export const Off = () => <Callout status="off">Turn SCIM on first.</Callout>;
export const WithActions = () => (
  <Callout status="warn" title="3 people were turned away" actions={<Button size="sm">Review</Button>}>
    They have no email address.
  </Callout>
);
export const LongText = () => (
  <Callout status="bad" title={LONG_WORD} actions={<Button size="sm">Open the whole list of them</Button>}>
    {LONG_TEXT} {LONG_WORD}
  </Callout>
);
