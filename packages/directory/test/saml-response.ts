import { createSign } from "node:crypto";
import { SignedXml } from "xml-crypto";
import type { SigningKey } from "./signing-key.ts";

const EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

type Algorithm = "sha1" | "sha256" | "ecdsa";

const SIGNATURE: Readonly<Record<Algorithm, string>> = {
  sha1: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
  sha256: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  ecdsa: "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
};

/** RFC 4051 §2.3.6: r and s one after the other. The library that signs here has RSA and HMAC only. */
class EcdsaSha256 {
  getSignature(signed: Parameters<ReturnType<typeof createSign>["update"]>[0], key: string): string {
    return createSign("sha256").update(signed).sign({ key, dsaEncoding: "ieee-p1363" }, "base64");
  }
  verifySignature(): boolean {
    throw new Error("Nothing is verified here.");
  }
  getAlgorithmName(): string {
    return SIGNATURE.ecdsa;
  }
}

export interface ResponseShape {
  readonly issuer: string;
  readonly audience: string;
  readonly acsUrl: string;
  readonly nameId: string;
  readonly inResponseTo: string | null;
  readonly assertionId: string;
  readonly now: Date;
  readonly recipient: string;
  readonly destination: string | null;
  readonly minutesValid: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly algorithm: Algorithm;
  readonly sign: "assertion" | "response" | "both" | "none";
  /** Rewrites the document before it is signed, as an identity provider of bad will would. */
  readonly alter: (xml: string) => string;
}

/** A Response as an identity provider writes it. Given fields replace those of a good one. */
export function samlResponse(
  key: SigningKey,
  given: Partial<ResponseShape> & Pick<ResponseShape, "audience" | "acsUrl" | "issuer">,
): string {
  const shape: ResponseShape = {
    nameId: "ada@acme.test",
    inResponseTo: "_request",
    assertionId: `_${crypto.randomUUID()}`,
    now: new Date(),
    recipient: given.acsUrl,
    destination: given.acsUrl,
    minutesValid: 5,
    attributes: { email: "ada@acme.test" },
    algorithm: "sha256",
    sign: "assertion",
    alter: (xml) => xml,
    ...given,
  };
  let xml = shape.alter(unsigned(shape));
  if (shape.sign === "assertion" || shape.sign === "both") xml = sign(xml, "Assertion", key, shape.algorithm);
  if (shape.sign === "response" || shape.sign === "both") xml = sign(xml, "Response", key, shape.algorithm);
  return xml;
}

/** As the form field `SAMLResponse` carries it. */
export function encode(xml: string): string {
  return Buffer.from(xml, "utf8").toString("base64");
}

function unsigned(shape: ResponseShape): string {
  const instant = (minutes: number) => new Date(shape.now.getTime() + minutes * 60_000).toISOString();
  const inResponseTo = shape.inResponseTo === null ? "" : ` InResponseTo="${shape.inResponseTo}"`;
  const destination = shape.destination === null ? "" : ` Destination="${shape.destination}"`;
  const attributes = Object.entries(shape.attributes)
    .map(
      ([name, value]) =>
        `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`,
    )
    .join("");
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${crypto.randomUUID()}" Version="2.0" IssueInstant="${instant(0)}"${destination}${inResponseTo}><saml:Issuer>${shape.issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="${shape.assertionId}" Version="2.0" IssueInstant="${instant(0)}"><saml:Issuer>${shape.issuer}</saml:Issuer><saml:Subject><saml:NameID>${shape.nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${instant(shape.minutesValid)}" Recipient="${shape.recipient}"${inResponseTo}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${instant(-1)}" NotOnOrAfter="${instant(shape.minutesValid)}"><saml:AudienceRestriction><saml:Audience>${shape.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${instant(0)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${attributes}</saml:AttributeStatement></saml:Assertion></samlp:Response>`;
}

/** Signs one element, the Signature right after its Issuer. */
export function sign(
  xml: string,
  element: "Assertion" | "Response",
  key: SigningKey,
  algorithm: Algorithm,
): string {
  const signer = new SignedXml({
    privateKey: key.privateKey,
    publicCert: key.certificate,
    canonicalizationAlgorithm: EXC_C14N,
    signatureAlgorithm: SIGNATURE[algorithm],
  });
  signer.SignatureAlgorithms = { ...signer.SignatureAlgorithms, [SIGNATURE.ecdsa]: EcdsaSha256 };
  const target = `//*[local-name(.)='${element}']`;
  signer.addReference({
    xpath: target,
    transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", EXC_C14N],
    digestAlgorithm:
      algorithm === "sha1"
        ? "http://www.w3.org/2000/09/xmldsig#sha1"
        : "http://www.w3.org/2001/04/xmlenc#sha256",
  });
  signer.computeSignature(xml, {
    location: { reference: `${target}/*[local-name(.)='Issuer']`, action: "after" },
  });
  return signer.getSignedXml();
}
