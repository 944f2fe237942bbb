import type { DataColumn } from "../data-column.tsx";
import { StatusPill } from "../status-pill.tsx";
import { LONG_TEXT, LONG_WORD } from "./kit.tsx";

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly teams: string;
}

export const PEOPLE: readonly Row[] = [
  { id: "1", name: "Ada Lovelace", email: "ada@acme.test", teams: "data, infra" },
  { id: "2", name: "Grace Hopper", email: "grace@acme.test", teams: "compilers" },
  { id: "3", name: "هدى القحطاني", email: "huda@acme.test", teams: "—" },
];

export const LONG_PERSON: Row = {
  id: "4",
  name: `Hubert ${LONG_WORD}`,
  email: `${LONG_WORD.toLowerCase()}@a-subdomain-of-some-length.acme.test`,
  teams: LONG_TEXT,
};

export const COLUMNS: readonly DataColumn<Row>[] = [
  {
    id: "name",
    header: "Person",
    sortable: true,
    cell: ({ name }) => (
      <a href="#person" className="wrap-anywhere">
        {name}
      </a>
    ),
  },
  { id: "status", header: "Status", cell: () => <StatusPill status="ok">Active</StatusPill> },
  { id: "email", header: "Email", sortable: true, hideable: true, from: "lg", cell: ({ email }) => email },
  { id: "teams", header: "Teams", hideable: true, cell: ({ teams }) => teams },
];
