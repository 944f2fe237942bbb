import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { encode, type ResponseShape, samlResponse } from "../../test/saml-response.ts";
import { WRAPPINGS } from "../../test/signature-wrapping.ts";
import { newSigningKey, type SigningKey } from "../../test/signing-key.ts";
import { readSamlResponse, type SamlParties, samlSignInUrl } from "./saml.ts";

const audience = "https://console.acme.test/api/sso/acme/saml/metadata";
const acsUrl = "https://console.acme.test/api/sso/acme/saml/acs";
const issuer = "https://idp.test/metadata";
let key: SigningKey;
let oldKey: SigningKey;
let parties: SamlParties;

beforeAll(async () => {
  [key, oldKey] = await Promise.all([newSigningKey(), newSigningKey()]);
  const idp = { entityId: issuer, ssoUrl: "https://idp.test/sso", certificates: [key.certificate] };
  parties = { idp, audience, acsUrl };
}, 30_000);

const response = (given: Partial<ResponseShape> = {}, by = key) =>
  samlResponse(by, { issuer, audience, acsUrl, ...given });
const read = (xml: string, to = parties) => readSamlResponse(encode(xml), to, new Date());

async function reasonOf(xml: string, to = parties): Promise<string> {
  const result = await read(xml, to);
  return result.ok ? "accepted" : result.fault.reason;
}

describe("a SAML response", () => {
  it("that is signed and meant for us names the person, the request and the attributes", async () => {
    expect(await read(response({ assertionId: "_a1" }))).toEqual({
      ok: true,
      value: {
        nameId: "ada@acme.test",
        alternates: [],
        attributes: { email: ["ada@acme.test"] },
        once: { id: "_a1", until: expect.any(Date) },
        inResponseTo: "_request",
      },
    });
  });

  it("may be signed as a whole too (Okta)", async () => {
    expect(await reasonOf(response({ sign: "both" }))).toBe("accepted");
  });

  it("may be signed by either of two certificates during a rollover, and by no third", async () => {
    const idp = { ...parties.idp, certificates: [oldKey.certificate, key.certificate] };
    expect(await reasonOf(response(), { ...parties, idp })).toBe("accepted");
    expect(await reasonOf(response({}, oldKey), { ...parties, idp })).toBe("accepted");
    expect(await reasonOf(response({}, await newSigningKey()), { ...parties, idp })).toBe("signature");
  });

  it.each([
    ["without a signature", { sign: "none" }, "signature"],
    ["signed only around the assertion", { sign: "response" }, "signature"],
    ["signed with SHA-1", { algorithm: "sha1" }, "weak_algorithm"],
    ["of another identity provider", { issuer: "https://evil.test" }, "issuer"],
    ["for another audience", { audience: "https://other.test" }, "audience"],
    ["for another recipient", { recipient: "https://other.test/acs" }, "recipient"],
    ["for another destination", { destination: "https://other.test/acs" }, "recipient"],
    ["that expired six minutes ago", { now: new Date(Date.now() - 11 * 60_000) }, "clock_skew"],
    ["that begins in five minutes", { now: new Date(Date.now() + 6 * 60_000) }, "clock_skew"],
  ] satisfies [string, Partial<ResponseShape>, string][])("%s is refused", async (_, given, reason) => {
    expect(await reasonOf(response(given))).toBe(reason);
  });

  it("signed with an elliptic curve is refused with the way out", async () => {
    const ec = await newSigningKey("EC IdP", 365, "ec");
    const idp = { ...parties.idp, certificates: [ec.certificate] };
    expect(await read(response({ algorithm: "ecdsa" }, ec), { ...parties, idp })).toEqual({
      ok: false,
      fault: {
        reason: "weak_algorithm",
        detail:
          "The algorithm http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256 is not accepted. Sign with RSA-SHA256.",
      },
    });
  });

  it("with an encrypted assertion is refused with the way out", async () => {
    const encrypted = response({ sign: "none" }).replace(
      /<saml:Assertion.*<\/saml:Assertion>/,
      '<saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"><xenc:CipherData><xenc:CipherValue>AAAA</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>',
    );
    expect(await read(encrypted)).toEqual({
      ok: false,
      fault: {
        reason: "assertion_invalid",
        detail: "Encrypted assertions are not supported. Turn encryption off.",
      },
    });
  });

  it("within a minute of clock difference is accepted, either way", async () => {
    expect(await reasonOf(response({ now: new Date(Date.now() + 2 * 60_000), minutesValid: 5 }))).toBe(
      "accepted",
    );
    expect(await reasonOf(response({ now: new Date(Date.now() - 6 * 60_000), minutesValid: 5 }))).toBe(
      "accepted",
    );
  });

  it.each<[string, RegExp, string, string]>([
    ["with no Audience", /<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, "", "audience"],
    [
      "for us and, in a second restriction, for others only",
      /<\/saml:Conditions>/,
      "<saml:AudienceRestriction><saml:Audience>https://other.test</saml:Audience></saml:AudienceRestriction>$&",
      "audience",
    ],
    ["with no Conditions", /<saml:Conditions.*<\/saml:Conditions>/, "", "audience"],
    ["with two Conditions", /<saml:Conditions.*<\/saml:Conditions>/, "$&$&", "assertion_invalid"],
    ["that is not the bearer's", /cm:bearer/, "cm:sender-vouches", "assertion_invalid"],
    ["with no Recipient", / Recipient="[^"]+"/, "", "recipient"],
    ["whose confirmation never ends", /(SubjectConfirmationData) NotOnOrAfter="[^"]+"/, "$1", "clock_skew"],
    [
      "with two names",
      /<saml:NameID>.*<\/saml:NameID>/,
      "$&<saml:NameID>eve@acme.test</saml:NameID>",
      "assertion_invalid",
    ],
    ["with no name", /<saml:NameID>.*<\/saml:NameID>/, "", "assertion_invalid"],
    [
      "of another issuer in the signed part",
      /(<saml:Assertion[^>]*><saml:Issuer>)[^<]+/,
      "$1https://evil.test",
      "issuer",
    ],
  ])("%s is refused, though it is signed", async (_, part, by, reason) => {
    const alter = (xml: string) => {
      const altered = xml.replace(part, by);
      expect(altered).not.toBe(xml);
      return altered;
    };
    expect(await reasonOf(response({ alter }))).toBe(reason);
  });

  it("altered after it was signed is refused", async () => {
    expect(await reasonOf(response().replace("ada@acme.test", "eve@acme.test"))).toBe("signature");
  });

  it("whose Response names another request than its signed Assertion is refused", async () => {
    expect(await reasonOf(response().replace('InResponseTo="_request"', 'InResponseTo="_other"'))).toBe(
      "request_unknown",
    );
  });

  it("that says the sign-in failed tells what the identity provider said", async () => {
    const failed = response({ sign: "none" })
      .replace("status:Success", "status:Responder")
      .replace(
        "</samlp:Status>",
        "<samlp:StatusMessage>User is not assigned</samlp:StatusMessage></samlp:Status>",
      );
    const result = await read(failed);
    expect(result.ok ? null : result.fault).toMatchObject({
      reason: "idp_refused",
      detail: expect.stringContaining("User is not assigned"),
    });
  });
});

describe("an attack on the signature", () => {
  for (const sign of ["assertion", "both"] as const) {
    for (const [name, wrap] of Object.entries(WRAPPINGS)) {
      if (sign === "assertion" && (name === "XSW1" || name === "XSW2")) continue;
      it(`${name} (signature wrapping) on a signed ${sign} is refused`, async () => {
        const forged = wrap({ xml: response({ sign }), from: "ada@acme.test", to: "admin@acme.test" });
        expect(forged).toContain("admin@acme.test");
        expect(await reasonOf(forged)).toBe("signature");
      });
    }
  }

  it("with a comment inside the NameID is refused (CVE-2017-11427)", async () => {
    const cut = response({ nameId: "admin@acme.test.evil.test" }).replace(
      "admin@acme.test.evil",
      "admin@acme.test<!---->.evil",
    );
    expect(await reasonOf(cut)).toBe("assertion_invalid");
  });

  it("with a second SignedInfo is refused (CVE-2025-29774)", async () => {
    const xml = response();
    const [info = ""] = /<(\w+:)?SignedInfo[\s\S]*?<\/(\w+:)?SignedInfo>/.exec(xml) ?? [];
    for (const forged of [
      xml.replace(info, info + info),
      xml.replace(info, `${info.replace(/DigestValue>[^<]+/, "DigestValue>AAAA")}${info}`),
    ]) {
      expect(forged).not.toBe(xml);
      expect(await reasonOf(forged)).toMatch(/assertion_invalid|signature/);
    }
  });

  it("with a comment inside the DigestValue is refused (CVE-2025-29775)", async () => {
    const xml = response();
    const forged = xml.replace(/(DigestValue>)/, "$1<!--AAAA-->");
    expect(forged).not.toBe(xml);
    expect(await reasonOf(forged)).toBe("assertion_invalid");
  });

  it("with character data that splits the NameID names the whole of it", async () => {
    const split = response({ nameId: "admin@acme.test<![CDATA[.evil.test]]>" });
    expect(await read(split)).toMatchObject({ value: { nameId: "admin@acme.test.evil.test" } });
  });

  it("with an HMAC keyed by the public certificate is refused", async () => {
    const hmac = response().replace(
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
    );
    expect(await reasonOf(hmac)).toBe("weak_algorithm");
  });

  it("with a key of its own inside KeyInfo is refused", async () => {
    expect(await reasonOf(response({}, await newSigningKey()))).toBe("signature");
  });

  it("with an XSLT transform is refused", async () => {
    const xslt = response().replace(
      "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
      "http://www.w3.org/TR/1999/REC-xslt-19991116",
    );
    expect(await reasonOf(xslt)).toBe("weak_algorithm");
  });
});

describe("an attack on the parser", () => {
  it.each([
    ["an external entity", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ["a billion laughs", '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'],
    ["an external document type", '<!DOCTYPE r SYSTEM "http://evil.test/x.dtd">'],
  ])("with %s is refused before it is parsed", async (_, doctype) => {
    expect(await reasonOf(doctype + response())).toBe("assertion_invalid");
  });

  it("in UTF-16, to hide a document type, is refused", async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`<!DOCTYPE r>${response()}`, "utf16le"),
    ]);
    const result = await readSamlResponse(bytes.toString("base64"), parties, new Date());
    expect(result).toMatchObject({ ok: false, fault: { reason: "assertion_invalid" } });
  });

  it.each(["", "%%%", "bm90IHhtbA==", encode("<a>"), encode("<Response/>"), "A".repeat(600_000)])(
    "with rubbish is refused, never thrown (%#)",
    async (rubbish) => {
      const result = await readSamlResponse(rubbish, parties, new Date());
      expect(result).toMatchObject({ ok: false, fault: { reason: "assertion_invalid" } });
    },
  );

  it("that is nested without end is refused, not walked to the bottom", async () => {
    const deep = `${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}`;
    expect(await read(deep)).toMatchObject({
      fault: { reason: "assertion_invalid", detail: "The document is nested too deeply." },
    });
  });

  it("that is a quarter of a megabyte of blanks costs next to nothing", async () => {
    const started = process.cpuUsage();
    for (const end of ["!", "=!", "A"]) {
      const result = await readSamlResponse(`A${" ".repeat(250_000)}${end}`, parties, new Date());
      expect(result).toMatchObject({ ok: false, fault: { reason: "assertion_invalid" } });
    }
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  it("whose base64 is broken into lines of 76 letters is read (RFC 2045)", async () => {
    const lines = encode(response()).replace(/.{76}/g, "$&\r\n");
    expect(await readSamlResponse(`${lines}\r\n`, parties, new Date())).toMatchObject({ ok: true });
  });
});

it("starts with an AuthnRequest that carries our id, destination and consumer", async () => {
  const url = new URL(await samlSignInUrl(parties, "_abc"));
  expect(url.origin + url.pathname).toBe("https://idp.test/sso");
  const xml = inflateRawSync(Buffer.from(url.searchParams.get("SAMLRequest") ?? "", "base64")).toString();
  expect(xml).toContain('ID="_abc"');
  expect(xml).toContain(`AssertionConsumerServiceURL="${acsUrl}"`);
  expect(xml).toContain('Destination="https://idp.test/sso"');
});
