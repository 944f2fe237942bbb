declare module "samlp" {
  import type { IncomingMessage } from "node:http";

  /** The parts of an Express request and response that the library reads. */
  interface SamlRequest {
    readonly method: string;
    readonly query: Record<string, string>;
    readonly body: Record<string, string>;
    readonly headers: IncomingMessage["headers"];
    readonly originalUrl: string;
    readonly protocol: string;
    readonly user: unknown;
  }
  interface SamlReply {
    set(name: string, value: string): void;
    send(body: string | number): void;
  }
  type Handler = (request: SamlRequest, reply: SamlReply, next: (error?: unknown) => void) => void;

  interface ProviderOptions {
    issuer: string;
    cert: string;
    key: string;
    audience?: string;
    recipient: string;
    destination: string;
    signResponse?: boolean;
    signatureAlgorithm?: "rsa-sha1" | "rsa-sha256";
    digestAlgorithm?: "sha1" | "sha256";
    lifetimeInSeconds?: number;
    nameIdentifierFormat?: string;
    getPostURL(
      audience: string,
      request: unknown,
      incoming: unknown,
      done: (error: unknown, url?: string) => void,
    ): void;
  }

  export function auth(options: ProviderOptions): Handler;
  export function metadata(options: { issuer: string; cert: string; redirectEndpointPath: string }): Handler;
}
