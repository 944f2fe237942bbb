import { randomBytes } from "node:crypto";
import { type Database, transaction, uuidv7 } from "@rollcall/db";
import type { ClientBase } from "pg";
import { type AuditActor, recordAudit } from "../audit/record-audit.ts";
import { addressKey } from "./address-key.ts";
import { hashPassword } from "./password-hash.ts";
import { type PasswordFault, passwordFault } from "./password-policy.ts";
import { isSlug, slugFrom } from "./tenant-slug.ts";

/** An organisation and its first admin. */
export interface NewTenant {
  readonly organization: string;
  /** Slug in the SCIM URL; derived from the organisation when absent. */
  readonly slug?: string | undefined;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface CreatedTenant {
  readonly tenantId: string;
  readonly slug: string;
  readonly userId: string;
}

export type TenantRefusal =
  | { readonly code: "tenant.slug_invalid" | "tenant.slug_taken" }
  | { readonly code: "password.unfit"; readonly fault: PasswordFault };

export type TenantResult =
  | { readonly ok: true; readonly value: CreatedTenant }
  | { readonly ok: false; readonly error: TenantRefusal };

/** What speaks against a new tenant before the database is asked. */
export function tenantFault(tenant: NewTenant): TenantRefusal | null {
  if (tenant.slug !== undefined && !isSlug(tenant.slug)) return { code: "tenant.slug_invalid" };
  const fault = passwordFault(tenant.password, [tenant.organization, tenant.name, tenant.email]);
  return fault === null ? null : { code: "password.unfit", fault };
}

/**
 * Creates a tenant with its provisioning settings and its first admin, who is a recovery admin. For the operator at the
 * machine: it asks for no code.
 *
 * @param actor Who does it; absent, the new admin.
 */
export async function createTenant(
  db: Database,
  tenant: NewTenant,
  actor?: AuditActor,
): Promise<TenantResult> {
  const fault = tenantFault(tenant);
  if (fault !== null) return { ok: false, error: fault };
  const passwordHash = await hashPassword(tenant.password);
  return transaction(db, (client) => insertTenant(client, tenant, passwordHash, { actor }));
}

/** The rows of a new tenant, in the caller's transaction. A slug that was derived gets a number when it is taken. */
export async function insertTenant(
  client: ClientBase,
  tenant: NewTenant,
  passwordHash: string,
  by: { readonly actor?: AuditActor | undefined; readonly ip?: string | undefined },
): Promise<TenantResult> {
  const tenantId = uuidv7();
  const slug = await claimSlug(client, tenantId, tenant);
  if (slug === null) return { ok: false, error: { code: "tenant.slug_taken" } };
  await client.query(`INSERT INTO "Connection" ("tenantId", "cursorKey") VALUES ($1, $2)`, [
    tenantId,
    randomBytes(32),
  ]);
  const userId = await insertAdmin(client, tenantId, tenant, passwordHash);
  await recordAudit(client, {
    tenantId,
    actor: by.actor ?? { id: userId, name: tenant.name },
    action: "tenant.created",
    target: { type: "tenant", id: tenantId, name: tenant.organization },
    after: { slug, organization: tenant.organization, admin: tenant.email },
    ip: by.ip,
  });
  return { ok: true, value: { tenantId, slug, userId } };
}

async function claimSlug(client: ClientBase, tenantId: string, tenant: NewTenant): Promise<string | null> {
  const wanted = tenant.slug ?? slugFrom(tenant.organization);
  for (let number = 1; number < 1000; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const { rowCount } = await client.query(
      `INSERT INTO "Tenant" (id, slug, name) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING`,
      [tenantId, slug, tenant.organization],
    );
    if (rowCount === 1) return slug;
    if (tenant.slug !== undefined) return null;
  }
  return null;
}

async function insertAdmin(
  client: ClientBase,
  tenantId: string,
  { name, email }: NewTenant,
  passwordHash: string,
): Promise<string> {
  const id = uuidv7();
  const key = addressKey(email);
  await client.query(
    `INSERT INTO "User" ("tenantId", id, "userName", "userNameKey", "displayName", email, "emailKey", "emailKeys",
                         source, role, recovery, "passwordHash")
     VALUES ($1, $2, $3, $4, $5, $3, $4, ARRAY[$4], 'local', 'admin', true, $6)`,
    [tenantId, id, email.trim(), key, name, passwordHash],
  );
  return id;
}
