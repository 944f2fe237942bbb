import { serviceAddresses } from "@rollcall/directory/sso/addresses";
import { normalizeCertificate } from "@rollcall/directory/sso/certificate";
import { summarizeMatches } from "@rollcall/directory/sso/match-summary";
import { seal } from "@rollcall/directory/sso/sealed-secret";
import { readSsoConfig, type SaveRefusal, saveSsoConfig } from "@rollcall/directory/sso/sso-config";
import type { SsoSettings } from "@rollcall/directory/sso/sso-settings";
import { SaveInput, SsoView } from "~/features/sso/schema.ts";
import { configView } from "~/features/sso/view.ts";
import { authSecret } from "~/server/auth-secret.ts";
import { ConsoleError } from "~/server/console-error.ts";
import { consoleRoute } from "~/server/console-route.ts";
import { publicOrigin } from "~/server/origin.ts";

export const GET = consoleRoute(
  { permission: "sso.manage", response: SsoView },
  async ({ db, tenant, request }) => {
    const [config, connection, matches] = await Promise.all([
      readSsoConfig(db, tenant.id),
      db.prisma.connection.findUnique({ where: { tenantId: tenant.id }, select: { provider: true } }),
      summarizeMatches(db, tenant.id),
    ]);
    const origin = config?.settings.origin ?? publicOrigin(request.headers);
    return {
      slug: tenant.slug,
      provider: connection?.provider ?? "generic",
      addresses: serviceAddresses(origin, tenant.slug),
      config: config === null ? null : configView(config),
      matches,
    };
  },
);

export const PUT = consoleRoute(
  { permission: "sso.manage", body: SaveInput, response: SsoView.shape.config },
  async ({ db, tenant, actor, ip, body, request }) => {
    const before = await readSsoConfig(db, tenant.id);
    const settings = await settingsOf(body, publicOrigin(request.headers), before?.settings);
    const metadataUrl = body.kind === "saml" ? body.metadataUrl : null;
    const save = { settings, metadataUrl, seen: body.seen };
    const refusal = await saveSsoConfig(db, { tenantId: tenant.id, actor, ip }, save);
    if (refusal !== null) throw new ConsoleError({ code: refusal, status: 409, ...REFUSALS[refusal] });
    const saved = await readSsoConfig(db, tenant.id);
    return saved === null ? null : configView(saved);
  },
);

const REFUSALS: Readonly<Record<SaveRefusal, { message: string; fix: string }>> = {
  "sso.changed": {
    message: "Somebody else changed the connection in the meantime. Nothing was saved.",
    fix: "Look at it again, then make your change.",
  },
  "sso.last_admin": {
    message:
      "No admin could sign in if these settings were wrong: all of them come through the identity provider.",
    fix: "Keep an admin with a password while the connection is new.",
  },
};

async function settingsOf(
  input: SaveInput,
  origin: string,
  before: SsoSettings | undefined,
): Promise<SsoSettings> {
  if (input.kind === "saml") {
    const { kind, entityId, ssoUrl } = input;
    return { kind, origin, entityId, ssoUrl, certificates: input.certificates.map(certificateOf) };
  }
  const { kind, issuer, clientId, clientSecret } = input;
  const kept = before?.kind === "oidc" && before.issuer === issuer ? before.clientSecret : null;
  const sealed = clientSecret ? seal(clientSecret, await authSecret()) : clientSecret === "" ? null : kept;
  return { kind, origin, issuer, clientId, clientSecret: sealed };
}

function certificateOf(text: string, index: number): string {
  const pem = normalizeCertificate(text);
  if (pem !== null) return pem;
  throw new ConsoleError({
    code: "sso.certificate_unreadable",
    status: 400,
    field: `certificates.${index}`,
    message: "This is no X.509 certificate.",
    fix: "Paste the PEM text that begins with -----BEGIN CERTIFICATE-----.",
  });
}
