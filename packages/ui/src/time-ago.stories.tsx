import { press } from "./stories/kit.tsx";
import { TimeAgo } from "./time-ago.tsx";

export default { component: TimeAgo };

const AT = "2026-03-03T14:02:00.000Z";

export const Ago = () => <TimeAgo at={AT} />;
export const Absolute = () => <TimeAgo at={AT} absolute />;
export const Open = () => <TimeAgo at={AT} />;
Open.play = press();
