import { readProvider } from "@rollcall/directory/explain/read-provider";
import { listPeople } from "@rollcall/directory/people/list-people";
import { peopleFilter } from "~/features/users/people-filter.ts";
import { peoplePageSchema, peopleQuerySchema } from "~/features/users/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "users.read", query: peopleQuerySchema, response: peoplePageSchema },
  async ({ db, tenant, query }) => {
    const { sort, desc: descending, page, size } = query;
    const [people, provider] = await Promise.all([
      listPeople(db, tenant.id, { ...peopleFilter(query), sort, descending, page, size }),
      readProvider(db, tenant.id),
    ]);
    return { ...people, provider: provider.name };
  },
);
