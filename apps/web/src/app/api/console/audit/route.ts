import { listAudit } from "@rollcall/directory/audit/list-audit";
import { auditFilter } from "~/features/audit/audit-filter.ts";
import { auditPageSchema, auditQuerySchema } from "~/features/audit/schema.ts";
import { consoleRoute } from "~/server/console-route.ts";

export const GET = consoleRoute(
  { permission: "audit.read", query: auditQuerySchema, response: auditPageSchema },
  ({ db, tenant, query }) =>
    listAudit(db, tenant.id, { ...auditFilter(query, new Date()), page: query.page, size: query.size }),
);
