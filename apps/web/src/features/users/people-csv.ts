import type { ExportedPerson } from "@rollcall/directory/people/export-people";
import type { CsvColumn } from "~/lib/csv.ts";

/** The columns of an export of people. Headers are for programs and stay English. */
export const peopleColumns: readonly CsvColumn<ExportedPerson>[] = [
  { header: "id", value: (person) => person.id },
  { header: "name", value: (person) => person.name },
  { header: "email", value: (person) => person.email },
  { header: "user_name", value: (person) => person.userName },
  { header: "external_id", value: (person) => person.externalId },
  { header: "active", value: (person) => person.active },
  { header: "source", value: (person) => person.source },
  { header: "role", value: (person) => person.role },
  { header: "teams", value: (person) => person.teamCount },
  { header: "team_names", value: (person) => person.teamNames.join("; ") },
  { header: "last_change_utc", value: (person) => person.lastProvisionedAt },
  { header: "last_sign_in_utc", value: (person) => person.lastSignInAt },
  { header: "deactivated_at_utc", value: (person) => person.deactivatedAt },
  { header: "deactivated_by", value: (person) => person.deactivatedBy },
];
