import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { auth, type Handler, metadata, type SamlRequest } from "samlp";
import { generate } from "selfsigned";

/** A person as this identity provider knows them. */
export interface IdpUser {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
}

export interface IdentityProvider {
  readonly metadataUrl: string;
  /** Where a person starts at the provider's side. */
  readonly portalUrl: string;
  /** Who gets in when the sign-in page of the provider is answered with their address. */
  readonly users: readonly IdpUser[];
  close(): Promise<void>;
}

export interface SamlProviderOptions {
  readonly users: readonly IdpUser[];
  /** Assertion consumer of the service. */
  readonly acsUrl: string;
  /** Its entityID. */
  readonly audience: string;
  readonly signatureAlgorithm?: "rsa-sha1" | "rsa-sha256";
}

/**
 * Runs Auth0's SAML identity provider (npm `samlp`) on a port of its own, with a sign-in page in front of it.
 * It listens on 127.0.0.1, which for a browser is another site than localhost.
 *
 * @see https://github.com/auth0/node-samlp
 */
export async function startSamlProvider(options: SamlProviderOptions): Promise<IdentityProvider> {
  const keys = await generate([{ name: "commonName", value: "Test IdP" }], {
    keySize: 2048,
    algorithm: "sha256",
  });
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${port(server.address())}`;
  const issuer = `${origin}/metadata`;
  const meta = metadata({ issuer, cert: keys.cert, redirectEndpointPath: "/sso" });
  const signatureAlgorithm = options.signatureAlgorithm ?? "rsa-sha256";
  const signIn = auth({
    issuer,
    cert: keys.cert,
    key: keys.private,
    audience: options.audience,
    recipient: options.acsUrl,
    destination: options.acsUrl,
    signatureAlgorithm,
    digestAlgorithm: signatureAlgorithm === "rsa-sha1" ? "sha1" : "sha256",
    lifetimeInSeconds: 300,
    getPostURL: (_audience, _request, _incoming, done) => done(null, options.acsUrl),
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    if (url.pathname === "/metadata") return run(meta, request, response, url, undefined);
    const user = options.users.find(({ email }) => email === url.searchParams.get("email"));
    if (user === undefined) return signInPage(response, url);
    run(signIn, request, response, url, profileOf(user));
  }

  return {
    metadataUrl: issuer,
    portalUrl: `${origin}/sso`,
    users: options.users,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What samlp's default profile mapper expects of a signed-in person. */
function profileOf({ email, givenName, familyName }: IdpUser) {
  return {
    id: email,
    displayName: `${givenName} ${familyName}`,
    name: { givenName, familyName },
    emails: [{ value: email }],
  };
}

function signInPage(response: ServerResponse, url: URL): void {
  const hidden = [...url.searchParams]
    .filter(([name]) => name !== "email")
    .map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${value.replaceAll('"', "&quot;")}">`,
    );
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<!doctype html><title>Identity provider</title><form method="get" action="${url.pathname}">
    ${hidden.join("")}<label>Account <input name="email" type="email"></label><button>Continue</button></form>`);
}

function run(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  user: unknown,
): void {
  const adapted: SamlRequest = {
    method: request.method ?? "GET",
    query: Object.fromEntries(url.searchParams),
    body: {},
    headers: request.headers,
    originalUrl: url.pathname,
    protocol: "http",
    user,
  };
  const reply = {
    set: (name: string, value: string) => response.setHeader(name, value),
    send: (body: string | number) => response.end(String(body)),
  };
  handler(adapted, reply, (error) => response.writeHead(500).end(String(error)));
}

function port(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The provider has no port.");
  return address.port;
}
