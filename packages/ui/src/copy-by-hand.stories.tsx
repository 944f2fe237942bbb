import { CopyByHand } from "./copy-by-hand.tsx";
import { LONG_WORD, nothing } from "./stories/kit.tsx";

export default { component: CopyByHand };

export const Open = () => (
  <CopyByHand
    open
    onOpenChange={nothing}
    name="SCIM URL"
    text="https://rollcall.acme.test/api/scim/acme/v2"
  />
);
export const LongText = () => (
  <CopyByHand
    open
    onOpenChange={nothing}
    name={LONG_WORD}
    text={`https://${LONG_WORD.repeat(4)}.test/scim/v2`}
  />
);
