import { nothing } from "@rollcall/ui/stories/kit";
import { NO_TEAMS } from "~/stories/fixtures/teams.ts";
import { NoTeams } from "./no-teams.tsx";

export default { component: NoTeams };

export const FirstRun = () => <NoTeams page={NO_TEAMS} filtered={false} onClear={nothing} />;
export const GroupsAbsent = () => (
  <NoTeams
    page={{ ...NO_TEAMS, groups: { people: 44, withGroups: 0, sent: 44 } }}
    filtered={false}
    onClear={nothing}
  />
);
export const NoMatch = () => <NoTeams page={NO_TEAMS} filtered onClear={nothing} />;
