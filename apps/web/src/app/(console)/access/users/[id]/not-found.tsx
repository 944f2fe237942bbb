import { Missing } from "~/features/list/missing.tsx";

export default function NoPerson() {
  return <Missing what="noPerson" home="/access/users" audit="/settings/audit?area=user" />;
}
