import { LONG_TEXT, LONG_WORD } from "@rollcall/ui/stories/kit";
import { PROVISIONED_TEAM } from "~/stories/fixtures/teams.ts";
import { OriginCard } from "./origin-card.tsx";

export default { component: OriginCard };

const { team, origin } = PROVISIONED_TEAM;

export const Provisioned = () => <OriginCard detail={PROVISIONED_TEAM} />;
export const NothingKept = () => (
  <OriginCard
    detail={{ ...PROVISIONED_TEAM, team: { ...team, externalId: null }, origin: { ...origin, last: null } }}
  />
);
export const LongText = () => (
  <OriginCard
    detail={{
      ...PROVISIONED_TEAM,
      team: { ...team, displayName: LONG_TEXT, externalId: LONG_WORD.repeat(3) },
    }}
  />
);
