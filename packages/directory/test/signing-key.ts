import { generate } from "selfsigned";

export interface SigningKey {
  /** PEM. */
  readonly privateKey: string;
  /** PEM, self-signed. */
  readonly certificate: string;
}

/** A fresh key and certificate, as an identity provider would have: RSA unless an elliptic curve is asked for. */
export async function newSigningKey(
  name = "Test IdP",
  days = 365,
  keyType: "rsa" | "ec" = "rsa",
): Promise<SigningKey> {
  const notAfterDate = new Date(Date.now() + days * 86_400_000);
  const pem = await generate([{ name: "commonName", value: name }], {
    keyType,
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate,
  });
  return { privateKey: pem.private, certificate: pem.cert };
}
