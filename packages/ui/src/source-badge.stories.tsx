import { SourceBadge } from "./source-badge.tsx";
import { LONG_TEXT } from "./stories/kit.tsx";

export default { component: SourceBadge };

export const Scim = () => <SourceBadge source="scim">OneLogin (SCIM)</SourceBadge>;
export const Local = () => <SourceBadge source="local">Local</SourceBadge>;
export const Sso = () => <SourceBadge source="sso">First sign-in</SourceBadge>;
export const LongText = () => <SourceBadge source="scim">{LONG_TEXT}</SourceBadge>;
