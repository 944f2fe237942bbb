import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { createTenant } from "@rollcall/directory/accounts/create-tenant";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as postAnswer } from "~/app/api/sso/[tenant]/saml/acs/route.ts";
import { GET as start } from "~/app/api/sso/[tenant]/start/route.ts";
import { AuthErrorSearch } from "~/features/login/auth-error.ts";
import { readNotice } from "~/features/login/read-notice.ts";

const ORIGIN = "http://localhost:3000";
let db: TestDatabase;
let tenantId: string;
let slug: string;

beforeAll(async () => {
  db = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: db.url, LOG_LEVEL: "silent" });
  const password = "seven quiet otters paddle";
  const created = await createTenant(db, {
    organization: "Acme",
    name: "Ada",
    email: "ada@acme.test",
    password,
  });
  if (!created.ok) throw new Error(created.error.code);
  ({ tenantId, slug } = created.value);
});
beforeEach(async () => {
  await db.prisma.ssoConfig.deleteMany();
  await db.prisma.signInThrottle.deleteMany();
});
afterAll(async () => {
  await globalThis.rollcall?.database?.close();
  await db.drop();
});

/** Where the browser is sent. */
async function sentTo(reply: Promise<Response>): Promise<URL> {
  const response = await reply;
  expect(response.status).toBe(303);
  return new URL(response.headers.get("location") ?? "", ORIGIN);
}

const begin = (tenant = slug) =>
  sentTo(start(new Request(`${ORIGIN}/api/sso/${tenant}/start`), { params: Promise.resolve({ tenant }) }));

async function expectPage(url: URL, error: string): Promise<URLSearchParams> {
  expect(url.pathname).toBe("/auth/error");
  const search = Object.fromEntries(url.searchParams);
  expect(AuthErrorSearch.parse(search)).toEqual(search);
  expect(search).toMatchObject({ error, tenant: slug });
  return url.searchParams;
}

const connect = (kind: "saml" | "oidc") =>
  db.prisma.ssoConfig.create({
    data: {
      tenantId,
      kind,
      settings:
        kind === "saml"
          ? {
              kind,
              origin: ORIGIN,
              entityId: "https://idp.test",
              ssoUrl: "https://idp.test/sso",
              certificates: [],
            }
          : { kind, origin: ORIGIN, issuer: "https://op.test", clientId: "rollcall", clientSecret: null },
    },
  });

/** What the sign-in page says, and what an admin reads of it. */
async function refusal(url: URL) {
  expect(url.pathname).toBe("/login");
  const id = url.searchParams.get("sso") ?? "";
  const record = await db.prisma.signIn.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id } } });
  return { notice: await readNotice(tenantId, id, undefined, null), detail: record.detail };
}

describe("a person whose sign-in goes wrong", () => {
  it("without a connection sees that it isn't set up, and the reference that the log has", async () => {
    const search = await expectPage(await begin(), "Configuration");
    expect(search.get("reference")).toMatch(/^req_/);
  });

  it("while it is off sees so at the sign-in page, with a reference that leads the admin to why", async () => {
    await connect("saml");
    const { notice, detail } = await refusal(await begin());
    expect(notice).toMatchObject({
      kind: "refused",
      reason: "not_configured",
      reference: expect.stringMatching(/^\w{12}$/),
    });
    expect(detail).toBe("Sign-in through the identity provider is off.");
  });

  it("with an answer of the other protocol, or none, is told the same way", async () => {
    const post = (body: URLSearchParams) =>
      sentTo(
        postAnswer(new Request(`${ORIGIN}/api/sso/${slug}/saml/acs`, { method: "POST", body }), {
          params: Promise.resolve({ tenant: slug }),
        }),
      );
    await connect("oidc");
    expect((await refusal(await post(new URLSearchParams({ SAMLResponse: "x" })))).detail).toMatch(/OpenID/);
    await db.prisma.ssoConfig.deleteMany();
    await connect("saml");
    expect((await refusal(await post(new URLSearchParams()))).detail).toMatch(/no SAMLResponse/);
  });

  it("too often sees a page, no JSON", async () => {
    await begin();
    await db.pool.query(`UPDATE "SignInThrottle" SET "lockedUntil" = now() + interval '5 minutes'`);
    await expectPage(await begin(), "Throttled");
  });

  it("because of a fault of ours sees a page with the reference that the log has", async () => {
    await db.pool.query(`ALTER TABLE "SsoConfig" RENAME TO "Away"`);
    try {
      const search = await expectPage(await begin(), "Failed");
      expect(search.get("reference")).toMatch(/^req_/);
    } finally {
      await db.pool.query(`ALTER TABLE "Away" RENAME TO "SsoConfig"`);
    }
  });
});
