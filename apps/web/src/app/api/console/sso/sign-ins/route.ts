import { listSignIns } from "@rollcall/directory/sso/sign-in-log";
import { SignInPage, SignInQuery } from "~/features/sso/schema.ts";
import { signInView } from "~/features/sso/view.ts";
import { consoleRoute } from "~/server/console-route.ts";

const PAGE = 25;

export const GET = consoleRoute(
  { permission: "sso.manage", query: SignInQuery, response: SignInPage },
  async ({ db, tenant, query }) => {
    const entries = await listSignIns(db, tenant.id, { ...query, limit: PAGE + 1 });
    return { signIns: entries.slice(0, PAGE).map(signInView), more: entries.length > PAGE };
  },
);
