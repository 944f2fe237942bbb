import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";
import { TimeAgo } from "./time-ago.tsx";
import { Timeline } from "./timeline.tsx";

export default { component: Timeline };

const time = <TimeAgo at="2026-03-03T14:02:00.000Z" />;

export const Plain = () => (
  <Timeline
    label="What happened to Ada"
    items={[
      { key: "2", status: "warn", title: "Update turned away", body: "No email address", time },
      { key: "1", status: "ok", title: "Created by OneLogin", time },
    ]}
  />
);
export const Empty = () => <Timeline label="What happened to Ada" items={[]} />;
export const LongText = () => (
  <Timeline
    label="What happened"
    items={[{ key: "1", status: "bad", title: LONG_WORD, body: LONG_TEXT + LONG_WORD, time }]}
  />
);
