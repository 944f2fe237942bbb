import * as client from "openid-client";
import type { SsoIdentity } from "./identity.ts";
import { type SsoFault, type SsoReason, SsoRefused, type SsoResult } from "./sso-fault.ts";

/** One OpenID Connect relying party: us, at one provider. */
export interface OidcParties {
  readonly issuer: string;
  readonly clientId: string;
  /** null for a public client; PKCE is used either way. */
  readonly clientSecret: string | null;
  readonly redirectUri: string;
}

/** What has to be remembered between the request and its answer. */
export interface OidcRequest {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What binds an answer to its request: nonce (OpenID Connect Core §3.1.2.1) and PKCE verifier (RFC 7636 §4.1). */
export function newOidcSecrets(): Pick<OidcRequest, "nonce" | "codeVerifier"> {
  return { nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier() };
}

/** The port to openid-client: nothing else in the product imports it. */
async function discover(parties: OidcParties): Promise<client.Configuration> {
  const issuer = new URL(parties.issuer);
  const authentication =
    parties.clientSecret === null ? client.None() : client.ClientSecretBasic(parties.clientSecret);
  const metadata = { [client.clockTolerance]: SKEW_SECONDS };
  return client.discovery(issuer, parties.clientId, metadata, authentication, {
    // By itself the library trusts the token endpoint's TLS and leaves the signature of the ID token alone.
    execute: [
      client.enableNonRepudiationChecks,
      ...(isLoopback(issuer) ? [client.allowInsecureRequests] : []),
    ],
    timeout: 10,
  });
}

/** How far the two clocks may be apart. */
const SKEW_SECONDS = 90;

/** Plain http is for a provider on this very machine only. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/**
 * The address that starts a sign-in: authorization code flow with PKCE (RFC 7636), state and nonce.
 *
 * @returns a fault `not_configured` when the provider's discovery document cannot be had.
 */
export async function oidcSignInUrl(parties: OidcParties, request: OidcRequest): Promise<SsoResult<string>> {
  try {
    const configuration = await discover(parties);
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: parties.redirectUri,
      scope: "openid email profile",
      state: request.state,
      nonce: request.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(request.codeVerifier),
      code_challenge_method: "S256",
    });
    return { ok: true, value: url.href };
  } catch (error) {
    return { ok: false, fault: { reason: "not_configured", detail: describe(error) } };
  }
}

/**
 * Exchanges the code and verifies the ID token: issuer, audience, signature, nonce, expiry. OpenID Connect Core §3.1.3.7.
 *
 * @param answer Our redirect URI with the query that the provider sent along.
 */
export async function readOidcAnswer(
  answer: URL,
  parties: OidcParties,
  request: OidcRequest,
  now: Date,
): Promise<SsoResult<SsoIdentity>> {
  try {
    const tokens = await client.authorizationCodeGrant(await discover(parties), answer, {
      expectedState: request.state,
      expectedNonce: request.nonce,
      pkceCodeVerifier: request.codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new SsoRefused("assertion_invalid", "The provider sent no ID token.");
    return { ok: true, value: identityOf(claims, request, now) };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function identityOf(claims: client.IDToken, request: OidcRequest, now: Date): SsoIdentity {
  const email = typeof claims.email === "string" && claims.email_verified !== false ? claims.email : null;
  return {
    nameId: email ?? claims.sub,
    alternates: email === null ? [] : [claims.sub],
    attributes: attributesOf(claims),
    once: { id: `oidc:${request.state}`, until: new Date(now.getTime() + 3_600_000) },
    inResponseTo: request.state,
  };
}

function attributesOf(claims: client.IDToken): Record<string, string[]> {
  const shown = Object.entries(claims).filter(([, value]) => ["string", "boolean"].includes(typeof value));
  return Object.fromEntries(shown.map(([name, value]) => [name, [String(value)]]));
}

function faultOf(error: unknown): SsoFault {
  if (error instanceof SsoRefused) return error.fault;
  if (error instanceof client.AuthorizationResponseError) {
    return {
      reason: "idp_refused",
      detail: `The provider answered ${error.error_description ?? error.error}.`,
    };
  }
  if (error instanceof client.ResponseBodyError) {
    return {
      reason: "idp_refused",
      detail: `The token endpoint answered ${error.error_description ?? error.error}.`,
    };
  }
  return { reason: reasonOf(error), detail: describe(error) };
}

/** What the library says of the claim, or the parameter of the answer, that was not as expected. */
const REASONS: readonly (readonly [RegExp, SsoReason])[] = [
  [/"(?:aud|azp)"/, "audience"],
  [/"iss"/, "issuer"],
  [/"(?:nonce|state)"/, "request_unknown"],
  [/"(?:exp|nbf|iat)"/, "clock_skew"],
  [/"alg"/, "weak_algorithm"],
  [/signature|verification key/, "signature"],
];

function reasonOf(error: unknown): SsoReason {
  const said = describe(error);
  return REASONS.find(([words]) => words.test(said))?.[1] ?? "assertion_invalid";
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return "The provider's answer cannot be read.";
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${cause}.`;
}
