import { DataTable } from "@rollcall/ui/data-table";
import { LONG_TEXT, LONG_WORD } from "@rollcall/ui/stories/kit";
import { ADA, DEACTIVATED, ROOT, WITH_PROBLEM } from "~/stories/fixtures/people.ts";
import { useColumns } from "./columns.tsx";
import type { PersonRow } from "./schema.ts";

export default { component: People };

function People({ rows }: { readonly rows: readonly PersonRow[] }) {
  return <DataTable label="People" columns={useColumns("OneLogin")} rows={rows} rowId={({ id }) => id} />;
}

export const Provisioned = () => <People rows={[ADA]} />;
export const Local = () => <People rows={[ROOT]} />;
export const Deactivated = () => <People rows={[DEACTIVATED]} />;
export const WithProblem = () => <People rows={[WITH_PROBLEM]} />;
export const LongText = () => (
  <People
    rows={[
      {
        ...WITH_PROBLEM,
        name: `Hubert ${LONG_WORD}`,
        email: `${LONG_WORD}@a-subdomain-of-some-length.acme.test`,
        active: false,
        deactivatedBy: LONG_TEXT,
        teams: [{ id: "1", name: "donaudampfschifffahrtsgesellschaften" }],
        teamCount: 1_000,
      },
    ]}
  />
);
