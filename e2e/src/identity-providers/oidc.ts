import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import type { IdpUser } from "./saml.ts";

export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

/**
 * Runs panva's certified OpenID provider (npm `oidc-provider`) with its own sign-in and consent pages, on 127.0.0.1.
 * PKCE is required of every client. Whoever signs in with an address of `users` gets it as the e-mail claim.
 *
 * @see https://github.com/panva/node-oidc-provider
 */
export async function startOidcProvider(options: {
  readonly users: readonly IdpUser[];
  readonly redirectUri: string;
}): Promise<OidcProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const [clientId, clientSecret] = ["rollcall", crypto.randomUUID()];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [options.redirectUri] }],
    pkce: { required: () => true },
    cookies: { keys: [crypto.randomUUID()] },
    claims: { email: ["email", "email_verified"], profile: ["given_name", "family_name", "name"] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(options.users, id) }),
  });
  server.on("request", provider.callback());
  return {
    issuer,
    clientId,
    clientSecret,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function claimsOf(users: readonly IdpUser[], id: string) {
  const user = users.find(({ email }) => email === id);
  if (user === undefined) return { sub: id };
  const { email, givenName, familyName } = user;
  const name = `${givenName} ${familyName}`;
  return { sub: id, email, email_verified: true, given_name: givenName, family_name: familyName, name };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The provider has no port.");
  return address.port;
}
