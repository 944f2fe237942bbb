import { ErrorCard } from "./error-card.tsx";
import { LONG_TEXT, LONG_WORD, nothing } from "./stories/kit.tsx";

export default { component: ErrorCard };

const failed = { title: "We couldn't load this", children: "Nothing was changed." };

export const Plain = () => <ErrorCard {...failed} />;
export const WithReference = () => <ErrorCard {...failed} requestId="req_01HZX3" onRetry={nothing} />;
export const Retrying = () => <ErrorCard {...failed} requestId="req_01HZX3" onRetry={nothing} retrying />;
export const LongText = () => (
  <ErrorCard title={LONG_WORD} requestId={LONG_WORD} onRetry={nothing}>
    {LONG_TEXT} {LONG_WORD}
  </ErrorCard>
);
