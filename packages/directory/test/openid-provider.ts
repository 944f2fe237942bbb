import { createHash, createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/** What a dishonest, broken or attacked provider does otherwise. Absent: as it should be. */
export interface Misbehaviour {
  /** Claims that replace those of a good ID token; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Another key than the published one signs. */
  readonly otherKey?: boolean;
  readonly unsigned?: boolean;
  readonly noIdToken?: boolean;
  /** Discovery names another issuer than the one that was asked for. */
  readonly discoveredIssuer?: string;
}

export interface TestProvider {
  readonly issuer: string;
  /** A person signs in: what comes back to the redirect URI for the address that a sign-in started with. */
  authorize(signInUrl: string, more?: Readonly<Record<string, string>>): string;
  behave(misbehaviour: Misbehaviour): void;
  close(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly clientId: string;
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An OpenID provider on 127.0.0.1 that checks PKCE, and can be made to answer what it should not. */
export async function startTestProvider(): Promise<TestProvider> {
  const [key, otherKey] = [newKey(), newKey()];
  const grants = new Map<string, Grant>();
  let wrong: Misbehaviour = {};
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("Content-Type", "application/json");
    const { pathname } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration") response.end(JSON.stringify(discovery()));
    else if (pathname === "/jwks") response.end(JSON.stringify({ keys: [jwk(key.publicKey)] }));
    else token(new URLSearchParams(await text(request)), response);
  }

  const discovery = () => ({
    issuer: wrong.discoveredIssuer ?? issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    authorization_response_iss_parameter_supported: true,
  });

  function token(form: URLSearchParams, response: ServerResponse): void {
    const code = form.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const verifier = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (grant === undefined || grant.challenge !== verifier) {
      response.writeHead(400).end(JSON.stringify({ error: "invalid_grant" }));
      return;
    }
    const idToken = wrong.noIdToken ? {} : { id_token: sign(grant) };
    response.end(JSON.stringify({ access_token: randomUUID(), token_type: "Bearer", ...idToken }));
  }

  function sign({ nonce, clientId }: Grant): string {
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: issuer, sub: "00u1", aud: clientId, iat: now, exp: now + 300, nonce };
    const claims = { ...good, email: "ada@acme.test", email_verified: true, ...wrong.claims };
    const header = { alg: wrong.unsigned ? "none" : "RS256", kid: "one", ...wrong.header };
    const signed = `${base64(header)}.${base64(claims)}`;
    if (wrong.unsigned) return `${signed}.`;
    const { privateKey } = wrong.otherKey ? otherKey : key;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey, "base64url")}`;
  }

  return {
    issuer,
    authorize(signInUrl, more = {}) {
      const asked = new URL(signInUrl).searchParams;
      const code = randomUUID();
      const of = (name: string) => asked.get(name) ?? "";
      grants.set(code, { challenge: of("code_challenge"), nonce: of("nonce"), clientId: of("client_id") });
      return new URLSearchParams({ code, state: of("state"), iss: issuer, ...more }).toString();
    },
    behave(misbehaviour) {
      wrong = misbehaviour;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function newKey() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

function jwk(key: KeyObject) {
  return { ...key.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" };
}
