import { isSetupOpen } from "@rollcall/directory/accounts/setup";
import { resolveTenant } from "@rollcall/directory/accounts/tenants";
import { providerOf } from "@rollcall/directory/explain/provider";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AuthCard } from "~/features/login/auth-card.tsx";
import { LoginChoices } from "~/features/login/login-choices.tsx";
import { LoginNotice } from "~/features/login/login-notice.tsx";
import { loginOptions } from "~/features/login/login-options.ts";
import { OrganizationForm } from "~/features/login/organization-form.tsx";
import { readNotice } from "~/features/login/read-notice.ts";
import { safeReturnTo } from "~/server/return-to.ts";
import { database } from "~/server/runtime.ts";
import { readSession } from "~/server/session.ts";

const text = z.string().max(2048).optional().catch(undefined);
const Search = z.object({ tenant: text, returnTo: text, method: text, sso: text, reason: text });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login");
  return { title: t("title") };
}

export default async function Login({ searchParams }: { searchParams: Promise<unknown> }) {
  const search = Search.parse(await searchParams);
  const returnTo = safeReturnTo(search.returnTo);
  if (await isSetupOpen(database())) redirect("/setup");
  const session = await readSession();
  if (session?.kind === "live") redirect(returnTo);

  const t = await getTranslations("login");
  const slug = search.tenant ?? (session?.kind === "ended" ? session.tenantSlug : undefined);
  const tenant = await resolveTenant(database(), slug);
  const options = tenant === null ? null : await loginOptions(tenant, returnTo);
  const provider = t(`providers.${options?.provider ?? "sso"}`);
  const { voice } = providerOf(options?.provider ?? "generic");
  const notice = await readNotice(tenant?.id, search.sso, search.reason, session);
  return (
    <AuthCard title={tenant === null ? t("title") : t("titleTo", { organization: tenant.name })}>
      {notice === null ? null : <LoginNotice notice={notice} provider={provider} voice={voice} />}
      {tenant === null || options === null ? (
        <OrganizationForm unknown={search.tenant !== undefined} returnTo={returnTo} />
      ) : (
        <LoginChoices
          tenant={tenant.slug}
          sso={options.sso === null ? null : { ...options.sso, provider }}
          returnTo={returnTo}
          passwordFirst={search.method === "password"}
        />
      )}
    </AuthCard>
  );
}
