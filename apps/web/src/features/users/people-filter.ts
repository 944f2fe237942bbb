import type { PeopleFilter } from "@rollcall/directory/people/people-query";
import type { z } from "zod";
import type { peopleFilterSchema } from "./schema.ts";

/** The filter of the address, as the directory takes it. */
export function peopleFilter(query: z.output<typeof peopleFilterSchema>): PeopleFilter {
  const { q, status, source, team, problem } = query;
  return { search: q, status, source, teamId: team, problem };
}
