import { listPeople } from "@rollcall/directory/people/list-people";
import type { Command } from "./command.ts";
import { tenantOf } from "./tenants.ts";

export const userList: Command = {
  name: "user list",
  summary: "List people, a thousand at most",
  usage: "--tenant <slug> --search <words> --json",
  permission: "users.read",
  run: async (options, context) => {
    const { id: tenantId } = await tenantOf(options, context);
    const search = options.optional("search");
    const { people } = await listPeople(context.db, tenantId, {
      sort: "name",
      descending: false,
      page: 1,
      size: 1000,
      status: "all",
      search,
    });
    if (options.has("json")) return context.print(JSON.stringify(people));
    for (const person of people) {
      const status = person.active ? "active" : "deactivated";
      context.print(`${person.userName}\t${person.name}\t${status}\t${person.role}\t${person.source}`);
    }
  },
};
