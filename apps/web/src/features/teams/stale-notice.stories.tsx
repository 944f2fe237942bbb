import { nothing } from "@rollcall/ui/stories/kit";
import { ConsoleProvider } from "~/features/shell/console-context.tsx";
import { ago, DAY } from "~/stories/fixtures/ago.ts";
import { READER } from "~/stories/fixtures/identity.ts";
import { PROVISIONED_TEAM } from "~/stories/fixtures/teams.ts";
import { StaleNotice } from "./stale-notice.tsx";

export default { component: StaleNotice };

const { team } = PROVISIONED_TEAM;
const EMPTIED = {
  ...PROVISIONED_TEAM,
  team: {
    ...team,
    health: "possibly_stale" as const,
    memberCount: 0,
    evidence: { ...team.evidence, emptySince: ago(34 * DAY) },
  },
};

export const Emptied = () => <StaleNotice detail={EMPTIED} onDeleted={nothing} />;
export const UpdatedWithoutIt = () => (
  <StaleNotice
    detail={{
      ...EMPTIED,
      team: {
        ...EMPTIED.team,
        memberCount: 3,
        grantsRole: "admin",
        evidence: { ...team.evidence, updatedWithout: 3 },
      },
    }}
    onDeleted={nothing}
  />
);
export const WithoutPermission = () => (
  <ConsoleProvider value={READER}>
    <StaleNotice detail={EMPTIED} onDeleted={nothing} />
  </ConsoleProvider>
);
