import { exportPeople } from "@rollcall/directory/people/export-people";
import { peopleColumns } from "~/features/users/people-csv.ts";
import { peopleFilter } from "~/features/users/people-filter.ts";
import { peopleExportSchema } from "~/features/users/schema.ts";
import { csvResponse, toCsv } from "~/lib/csv.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";

/** The current filter, or the selected people, as a file. POST, because it is written into the audit log. */
export const POST = consoleRoute({ permission: "users.read", body: peopleExportSchema }, async (context) => {
  const people = await exportPeople(context.db, actContext(context), peopleFilter(context.body));
  return csvResponse("rollcall-users.csv", toCsv(peopleColumns, people));
});
