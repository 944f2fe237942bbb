import { LONG_TEXT, LONG_WORD, nothing } from "@rollcall/ui/stories/kit";
import { ApiError } from "~/lib/api-error.ts";
import { type Answer, Answered } from "~/stories/answered.tsx";
import { CREATED, EVENT_ID, TURNED_AWAY_TEAM } from "~/stories/fixtures/events.ts";
import { FAILURE } from "~/stories/fixtures/failure.ts";
import { sentence } from "~/stories/fixtures/sentence.ts";
import { EventSheet } from "./event-sheet.tsx";

export default { component: EventSheet };

const QUERY = {};
const GONE = new ApiError({ status: 404, code: "event.gone", message: "There is no such request." });

const Opened = (answer: Omit<Answer, "key">) => (
  <Answered answers={[{ key: ["activity", "event", EVENT_ID, QUERY], ...answer }]}>
    <EventSheet id={EVENT_ID} query={QUERY} onOpen={nothing} />
  </Answered>
);

export const Applied = () => <Opened data={CREATED} />;
export const TurnedAway = () => <Opened data={TURNED_AWAY_TEAM} />;
export const Payloads = () => <Opened data={CREATED} />;
Payloads.play = () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
};
export const Loading = () => <Opened />;
export const Failed = () => <Opened error={FAILURE} />;
export const Gone = () => <Opened error={GONE} />;
export const LongText = () => (
  <Opened
    data={{
      ...CREATED,
      event: {
        ...CREATED.event,
        sentence: sentence("events.applied.user.create", { name: LONG_WORD }),
        subject: LONG_WORD,
        path: `/Users?filter=userName eq "${LONG_WORD}"`,
        userAgent: LONG_TEXT,
        changes: [{ attribute: `urn:${LONG_WORD}`, before: LONG_WORD, after: { [LONG_WORD]: LONG_TEXT } }],
      },
    }}
  />
);
