import type { ActContext } from "@rollcall/directory/acts/act";
import type { RouteContext } from "./console-route.ts";

/** Who acts, for the use-cases that record it. */
export function actContext({
  tenant,
  actor,
  ip,
}: Pick<RouteContext<undefined, undefined, undefined>, "tenant" | "actor" | "ip">): ActContext {
  return { tenantId: tenant.id, actor: { id: actor.id, name: actor.name }, ip };
}
