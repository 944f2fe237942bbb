import { CopyText } from "./copy-text.tsx";
import { LONG_WORD } from "./stories/kit.tsx";

export default { component: CopyText };

export const Plain = () => <CopyText name="User name" text="ada@acme.test" />;
export const Small = () => <CopyText small name="Reference" text="req_01HZX3" />;
export const LongText = () => <CopyText name="User name" text={`${LONG_WORD}@acme.test`.repeat(3)} />;
