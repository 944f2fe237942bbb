import { isWhole } from "@rollcall/directory/events/redact";
import { readEvent } from "@rollcall/directory/explain/activity/read-event";
import { explainEvent } from "@rollcall/directory/explain/explain-event";
import { readProvider } from "@rollcall/directory/explain/read-provider";
import { z } from "zod";
import { toFilter } from "~/features/activity/filter.ts";
import { presentEvent } from "~/features/activity/present.ts";
import { eventViewSchema, filterQuerySchema } from "~/features/activity/schema.ts";
import { checkableIn } from "~/features/check-payload/from-event.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  {
    permission: "activity.read",
    params: z.object({ id: z.string() }),
    query: filterQuerySchema,
    response: eventViewSchema,
  },
  async ({ db, tenant, params, query }) => {
    const id = z.uuid().safeParse(params.id);
    const [view, provider] = await Promise.all([
      id.success ? readEvent(db, tenant.id, id.data, toFilter(query)) : null,
      readProvider(db, tenant.id),
    ]);
    if (!view) throw unknownEvent();
    const { event, newer, older } = view;
    const { received, likely, steps, suggestion } = explainEvent(event, provider);
    return {
      event: {
        ...presentEvent(event, provider),
        received,
        likely,
        steps,
        suggestion,
        scimType: event.scimType,
        userAgent: event.userAgent,
        dialects: event.dialects,
        changes: event.changes ?? [],
        request: event.request,
        response: event.response,
        checkable: checkableIn(event) !== null && isWhole(event.request),
      },
      newer,
      older,
      provider: provider.name,
    };
  },
);

function unknownEvent(): ConsoleError {
  return new ConsoleError({
    code: "event.unknown",
    status: 404,
    message: "There is no such event.",
    fix: "It may be older than what is kept.",
  });
}
