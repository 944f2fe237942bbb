import { teamMembers } from "@rollcall/directory/teams/team-members";
import { addMembers, removeMembers } from "@rollcall/directory/teams/team-membership";
import {
  memberIdsBody,
  membershipReply,
  membersPageSchema,
  membersQuery,
  teamParams,
} from "~/features/teams/schema.ts";
import { actContext } from "~/server/act-context.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { unwrap } from "~/server/unwrap.ts";

const change = {
  permission: "teams.manage",
  params: teamParams,
  body: memberIdsBody,
  response: membershipReply,
} as const;

export const GET = consoleRoute(
  { permission: "teams.read", params: teamParams, query: membersQuery, response: membersPageSchema },
  ({ db, tenant, params, query }) =>
    teamMembers(db, tenant.id, params.id, { search: query.q, page: query.page, size: query.size }),
);

export const POST = consoleRoute(change, async (context) =>
  unwrap(await addMembers(context.db, actContext(context), context.params.id, context.body.userIds)),
);

export const DELETE = consoleRoute(change, async (context) =>
  unwrap(await removeMembers(context.db, actContext(context), context.params.id, context.body.userIds)),
);
