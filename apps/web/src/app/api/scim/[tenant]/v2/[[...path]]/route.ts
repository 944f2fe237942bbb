import { toFetch } from "@rollcall/scim";
import { clientAddress } from "~/server/client-address.ts";
import { publicOrigin } from "~/server/origin.ts";
import { scimHandler } from "~/server/runtime.ts";

export const dynamic = "force-dynamic";

const ENDPOINT = /^\/api\/scim\/([^/]+)\/v2/;

/**
 * The SCIM endpoint where Next is the whole server: `next dev` by itself, serverless hosts. Under server.ts these
 * requests never get here.
 */
const handle = toFetch(
  (request) => scimHandler()(request),
  (request) => {
    const { pathname, search } = new URL(request.url);
    const [base = "", tenant = ""] = ENDPOINT.exec(pathname) ?? [];
    const ip = clientAddress(request.headers);
    return {
      tenant,
      baseUrl: `${publicOrigin(request.headers)}${base}`,
      path: pathname.slice(base.length) + search,
      ...(ip ? { ip } : {}),
    };
  },
);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
