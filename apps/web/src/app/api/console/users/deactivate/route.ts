import { deactivatePerson } from "@rollcall/directory/people/deactivate-person";
import { getPerson } from "@rollcall/directory/people/get-person";
import { bulkDeactivateBody, bulkDeactivateReply } from "~/features/users/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

/** Deactivates local people, each in an act of its own; provisioned people are passed over, because the next sync may undo it. */
export const POST = consoleRoute(
  { permission: "users.manage", body: bulkDeactivateBody, response: bulkDeactivateReply },
  async (context) => {
    const refused: { id: string; message: string }[] = [];
    let deactivated = 0;
    for (const id of context.body.ids) {
      const person = await getPerson(context.db, context.tenant.id, id);
      if (person === undefined || person.source === "scim") continue;
      try {
        const { changed } = await unwrap(await deactivatePerson(context.db, actContext(context), id));
        if (changed) deactivated += 1;
      } catch (error) {
        if (!(error instanceof ConsoleError)) throw error;
        refused.push({ id, message: error.message });
      }
    }
    return { deactivated, refused };
  },
);
