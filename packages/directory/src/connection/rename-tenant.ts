import type { Database } from "@rollcall/db";
import { type ActContext, act, type Outcome } from "../acts/act.ts";
import { recordAudit } from "../audit/record-audit.ts";

export type RenameRefusal = "tenant.missing" | "tenant.changed_meanwhile";

/** Gives the organisation another name. Refused when it is no longer called `from`: someone else was faster. */
export function renameTenant(
  db: Database,
  context: ActContext,
  from: string,
  name: string,
): Promise<Outcome<{ name: string }, RenameRefusal>> {
  return act<{ name: string }, RenameRefusal>(db, async ({ client, refuse }) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT name FROM "Tenant" WHERE id = $1 FOR UPDATE`,
      [context.tenantId],
    );
    const before = rows[0];
    if (before === undefined) return refuse("tenant.missing");
    if (before.name !== from) return refuse("tenant.changed_meanwhile");
    if (before.name === name) return { name };
    await client.query(`UPDATE "Tenant" SET name = $2 WHERE id = $1`, [context.tenantId, name]);
    await recordAudit(client, {
      ...context,
      action: "tenant.renamed",
      target: { type: "tenant", id: context.tenantId, name },
      before: { name: before.name },
      after: { name },
    });
    return { name };
  });
}
