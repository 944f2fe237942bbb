import { finish } from "~/server/sso/finish.ts";
import { ssoRoute } from "~/server/sso/sso-route.ts";

/** Where the browser goes on after the assertion consumer, with its cookies. */
export const GET = ssoRoute((context) =>
  finish(context, new URL(context.request.url).searchParams.get("request") ?? ""),
);
