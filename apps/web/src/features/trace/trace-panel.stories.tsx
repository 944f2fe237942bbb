import { LONG_WORD } from "@rollcall/ui/stories/kit";
import { Answered } from "~/stories/answered.tsx";
import { FAILURE } from "~/stories/fixtures/failure.ts";
import { sentence } from "~/stories/fixtures/sentence.ts";
import { HERE, NEVER_SENT, TURNED_AWAY } from "~/stories/fixtures/trace.ts";
import type { TraceData } from "./schema.ts";
import { TracePanel } from "./trace-panel.tsx";

export default { component: TracePanel };

const QUERY = "grace@acme.test";
const key = ["trace", QUERY];

const Trace = ({ trace }: { readonly trace: TraceData | null }) => (
  <Answered answers={[{ key, data: { provider: "OneLogin", trace } }]}>
    <TracePanel query={QUERY} />
  </Answered>
);

export const TurnedAway = () => <Trace trace={TURNED_AWAY} />;
export const Here = () => <Trace trace={HERE} />;
export const NeverSent = () => <Trace trace={NEVER_SENT} />;
export const NotConnected = () => <Trace trace={null} />;
export const Loading = () => <TracePanel query={QUERY} />;
export const Failed = () => (
  <Answered answers={[{ key, error: FAILURE }]}>
    <TracePanel query={QUERY} />
  </Answered>
);
export const LongText = () => (
  <Trace
    trace={{
      ...HERE,
      headline: sentence("trace.headline.here", { name: LONG_WORD }),
      person: { id: "2", name: LONG_WORD, email: null, href: "/access/users/2" },
      steps: HERE.steps.map((step) => ({
        ...step,
        sentence: sentence("trace.steps.matched.ok", { name: LONG_WORD }),
      })),
      received: [sentence("trace.received.nothing", { query: LONG_WORD })],
    }}
  />
);
