import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Misbehaviour, startTestProvider, type TestProvider } from "../../test/openid-provider.ts";
import { newOidcSecrets, type OidcParties, type OidcRequest, oidcSignInUrl, readOidcAnswer } from "./oidc.ts";

const redirectUri = "https://console.acme.test/api/sso/acme/oidc/callback";
let provider: TestProvider;
let parties: OidcParties;
let request: OidcRequest;

beforeAll(async () => {
  provider = await startTestProvider();
  parties = { issuer: provider.issuer, clientId: "rollcall", clientSecret: "a secret", redirectUri };
});
beforeEach(() => {
  provider.behave({});
  request = { state: `_${crypto.randomUUID()}`, ...newOidcSecrets() };
});
afterAll(() => provider.close());

async function start(to = parties): Promise<string> {
  const url = await oidcSignInUrl(to, request);
  if (!url.ok) throw new Error(url.fault.detail);
  return url.value;
}

async function answer(
  given: { wrong?: Misbehaviour; query?: Record<string, string>; asked?: Partial<OidcRequest> } = {},
) {
  const query = provider.authorize(await start(), given.query);
  provider.behave(given.wrong ?? {});
  const url = new URL(`${redirectUri}?${query}`);
  return readOidcAnswer(url, parties, { ...request, ...given.asked }, new Date());
}

const reasonOf = async (given: Parameters<typeof answer>[0]) => {
  const result = await answer(given);
  return result.ok ? "accepted" : result.fault.reason;
};

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

it("a sign-in asks with PKCE, state and nonce, and its answer names the person and the request", async () => {
  const { searchParams } = new URL(await start());
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: "code",
    client_id: "rollcall",
    redirect_uri: redirectUri,
    state: request.state,
    nonce: request.nonce,
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(await answer()).toEqual({
    ok: true,
    value: {
      nameId: "ada@acme.test",
      alternates: ["00u1"],
      attributes: expect.objectContaining({ email: ["ada@acme.test"] }),
      once: { id: `oidc:${request.state}`, until: expect.any(Date) },
      inResponseTo: request.state,
    },
  });
});

it("an address that the provider has not verified names nobody", async () => {
  expect(await answer({ wrong: { claims: { email_verified: false } } })).toMatchObject({
    value: { nameId: "00u1", alternates: [] },
  });
});

describe("an answer is refused", () => {
  it.each<[string, Misbehaviour, string]>([
    ["for another audience", { claims: { aud: "other" } }, "audience"],
    ["for us and somebody we do not know", { claims: { aud: ["rollcall", "other"] } }, "audience"],
    ["of another issuer", { claims: { iss: "https://evil.test" } }, "issuer"],
    ["with the nonce of another sign-in", { claims: { nonce: "another" } }, "request_unknown"],
    ["without a nonce", { claims: { nonce: undefined } }, "request_unknown"],
    ["that expired five minutes ago", { claims: { iat: seconds(-900), exp: seconds(-300) } }, "clock_skew"],
    ["that begins in five minutes", { claims: { nbf: seconds(300) } }, "clock_skew"],
    ["signed with another key than the published one", { otherKey: true }, "signature"],
    ["that is not signed", { unsigned: true }, "weak_algorithm"],
    ["with an HMAC keyed by the client secret", { header: { alg: "HS256" } }, "weak_algorithm"],
    ["without an ID token", { noIdToken: true }, "assertion_invalid"],
  ])("%s", async (_, wrong, reason) => {
    expect(await reasonOf({ wrong })).toBe(reason);
  });

  it("to another request: its state is not ours", async () => {
    expect(await reasonOf({ query: { state: "_another" } })).toBe("request_unknown");
  });

  it("of a provider that mixes itself up with another (RFC 9207)", async () => {
    expect(await reasonOf({ query: { iss: "https://evil.test" } })).toBe("issuer");
  });

  it("whose code was asked for by somebody else: PKCE", async () => {
    expect(await reasonOf({ asked: newOidcSecrets() })).toBe("idp_refused");
  });

  it("when the provider refused the person", async () => {
    const refused = new URL(
      `${redirectUri}?${new URLSearchParams({ error: "access_denied", state: request.state, iss: provider.issuer })}`,
    );
    expect(await readOidcAnswer(refused, parties, request, new Date())).toMatchObject({
      fault: { reason: "idp_refused", detail: expect.stringContaining("access_denied") },
    });
  });
});

describe("no sign-in starts", () => {
  it.each([
    ["where discovery names another issuer", { discoveredIssuer: "https://evil.test" }, {}],
    ["over plain http to another machine", {}, { issuer: "http://op.acme.test" }],
    ["where nobody answers", {}, { issuer: "http://127.0.0.1:9" }],
  ])("%s", async (_, wrong, other) => {
    provider.behave(wrong);
    expect(await oidcSignInUrl({ ...parties, ...other }, request)).toMatchObject({
      ok: false,
      fault: { reason: "not_configured" },
    });
  });
});
