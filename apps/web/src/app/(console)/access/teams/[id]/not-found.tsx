import { Missing } from "~/features/list/missing.tsx";

export default function NoTeam() {
  return <Missing what="noTeam" home="/access/teams" audit="/settings/audit?area=team" />;
}
