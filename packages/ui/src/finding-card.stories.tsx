import { Button } from "./button.tsx";
import { FindingCard } from "./finding-card.tsx";
import { LONG_TEXT, LONG_WORD } from "./stories/kit.tsx";

export default { component: FindingCard };

const finding = {
  level: 2,
  status: "warn",
  title: "3 people were turned away",
  meta: "4 times · last 30 s ago",
  layers: [
    { key: "received", name: "Received", content: "POST /Users without an email address" },
    { key: "likely", name: "Likely cause", content: "The Email field is empty in OneLogin." },
    { key: "steps", name: "In OneLogin", content: "Open Users → Grace Hopper → Email." },
  ],
} as const;

export const Warn = () => <FindingCard {...finding} />;
export const Bad = () => <FindingCard {...finding} status="bad" title="The token was refused" />;
export const Info = () => <FindingCard {...finding} status="info" title="Nothing pushed yet" />;
export const Over = () => <FindingCard {...finding} status="ok" layers={finding.layers.slice(0, 1)} />;
export const WithActions = () => (
  <FindingCard
    {...finding}
    actions={
      <>
        <Button size="sm">See the requests</Button>
        <Button size="sm" variant="ghost">
          Dismiss
        </Button>
      </>
    }
  />
);
export const LongText = () => (
  <FindingCard
    {...finding}
    title={`${LONG_TEXT} ${LONG_WORD}`}
    meta={LONG_TEXT}
    layers={[{ key: "received", name: LONG_WORD, content: `${LONG_TEXT} ${LONG_WORD}` }]}
  />
);
