import { isBrokenOff } from "@rollcall/db";
import { checkPayload } from "@rollcall/directory/explain/check/check-payload";
import { readProvider } from "@rollcall/directory/explain/read-provider";
import { MAX_BODY_BYTES } from "@rollcall/scim";
import { type CheckRequest, checkReplySchema, checkRequestSchema } from "~/features/check-payload/schema.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { publicOrigin } from "~/server/origin.ts";

/** A payload is a text in JSON here, which at most doubles it, so that the endpoint's own limit is the one that is met. */
const BODY_LIMIT = 2 * MAX_BODY_BYTES + 4096;

export const POST = consoleRoute(
  {
    permission: "provisioning.manage",
    body: checkRequestSchema,
    bodyLimit: BODY_LIMIT,
    response: checkReplySchema,
  },
  async ({ db, tenant, body, request }) => {
    const provider = await readProvider(db, tenant.id);
    const baseUrl = `${publicOrigin(request.headers)}/api/scim/${tenant.slug}/v2`;
    const endpoint = { tenantId: tenant.id, slug: tenant.slug, baseUrl };
    const asked = { method: body.method, path: pathOf(body), payload: body.payload };
    const check = await checkPayload(db, endpoint, provider, asked).catch(rethrow);
    return { provider: provider.name, check };
  },
);

function pathOf({ resource, method, id = "" }: CheckRequest): string {
  return method === "POST" ? `/${resource}s` : `/${resource}s/${encodeURIComponent(id.trim())}`;
}

/** Faults are logged, payloads are not: what a database says of a fault may quote one. */
function rethrow(error: unknown): never {
  if (isBrokenOff(error)) throw busy();
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  const fault = new Error(`A payload could not be checked${code}.`);
  const frames = error instanceof Error ? error.stack?.match(/^\s+at .*$/gm) : undefined;
  fault.stack = [fault.message, ...(frames ?? [])].join("\n");
  throw fault;
}

function busy(): ConsoleError {
  return new ConsoleError({
    code: "check.busy",
    status: 503,
    message: "The same people or teams are being written right now. Nothing was changed.",
    fix: "Try again in a moment.",
    headers: { "Retry-After": "1" },
  });
}
