import { linkToProvisioning, mergeIntoProvisioned } from "@rollcall/directory/people/link-accounts";
import { linkBody, linkReply, personParams } from "~/features/users/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

/** With `provisionedId` the account becomes one with that person; without, it is handed to the identity provider. */
export const POST = consoleRoute(
  { permission: "users.manage", params: personParams, body: linkBody, response: linkReply },
  async (context) => {
    const { id } = context.params;
    const { provisionedId } = context.body;
    return unwrap(
      provisionedId === undefined
        ? await linkToProvisioning(context.db, actContext(context), id)
        : await mergeIntoProvisioned(context.db, actContext(context), id, provisionedId),
    );
  },
);
