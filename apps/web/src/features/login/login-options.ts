import type { TenantView } from "@rollcall/directory/accounts/tenants";
import { database } from "~/server/runtime.ts";

const PROVIDERS = ["onelogin", "okta", "entra", "jumpcloud", "ping", "generic"] as const;

export interface LoginOptions {
  /** Key of the identity provider's name in the catalogue. */
  readonly provider: (typeof PROVIDERS)[number];
  readonly sso: { readonly href: string; readonly enforced: boolean } | null;
}

/** Which ways of signing in a tenant offers. */
export async function loginOptions(tenant: TenantView, returnTo: string): Promise<LoginOptions> {
  const { prisma } = database();
  const [connection, config] = await Promise.all([
    prisma.connection.findUnique({ where: { tenantId: tenant.id }, select: { provider: true } }),
    prisma.ssoConfig.findUnique({
      where: { tenantId: tenant.id },
      select: { enabled: true, enforced: true },
    }),
  ]);
  const provider = PROVIDERS.find((known) => known === connection?.provider) ?? "generic";
  const href = `/api/sso/${tenant.slug}/start?returnTo=${encodeURIComponent(returnTo)}`;
  return { provider, sso: config?.enabled ? { href, enforced: config.enforced } : null };
}
