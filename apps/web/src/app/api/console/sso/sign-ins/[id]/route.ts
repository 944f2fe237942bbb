import { readSignIn } from "@rollcall/directory/sso/sign-in-log";
import { z } from "zod";
import { SignInDetail } from "~/features/sso/schema.ts";
import { signInView } from "~/features/sso/view.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "sso.manage", params: z.object({ id: z.uuid() }), response: SignInDetail },
  async ({ db, tenant, params }) => {
    const entry = await readSignIn(db, tenant.id, params.id);
    if (entry !== null) return { ...signInView(entry), attributes: entry.attributes };
    throw new ConsoleError({ code: "sign_in.unknown", status: 404, message: "There is no such sign-in." });
  },
);
