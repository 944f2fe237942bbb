import { nothing } from "@rollcall/ui/stories/kit";
import { ago } from "~/stories/fixtures/ago.ts";
import { HEALTHY, NOT_SET_UP, OFF, WAITING } from "~/stories/fixtures/overview.ts";
import { useProviderWords } from "./provider-words.ts";
import { SetupSteps, type SetupStepsProps } from "./setup-steps.tsx";

export default { component: SetupSteps };

const Steps = ({ overview }: Pick<SetupStepsProps, "overview">) => (
  <SetupSteps overview={overview} provider={useProviderWords("onelogin")} onViewConfig={nothing} />
);

export const NoToken = () => <Steps overview={NOT_SET_UP} />;
export const NotVerified = () => <Steps overview={WAITING} />;
export const NobodyYet = () => <Steps overview={{ ...WAITING, tokens: HEALTHY.tokens }} />;
export const NoTeam = () => (
  <Steps overview={{ ...HEALTHY, counts: { ...HEALTHY.counts, firstTeamAt: null } }} />
);
export const JustDone = () => (
  <Steps overview={{ ...HEALTHY, counts: { ...HEALTHY.counts, firstTeamAt: ago(1) } }} />
);
export const LongDone = () => <Steps overview={HEALTHY} />;
export const Off = () => <Steps overview={OFF} />;
