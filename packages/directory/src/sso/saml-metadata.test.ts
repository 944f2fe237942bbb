import { expect, it } from "vitest";
import { newSigningKey } from "../../test/signing-key.ts";
import { readCertificate } from "./certificate.ts";
import { readMetadata } from "./saml-metadata.ts";

const bare = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, "");

function metadata(certificates: readonly string[], location = "https://idp.test/sso"): string {
  const keys = certificates
    .map(
      (
        pem,
      ) => `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>
      ${bare(pem)}
      </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
    )
    .join("");
  return `<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.test/metadata">
    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys}
      <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.test/post"/>
      <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${location}"/>
    </md:IDPSSODescriptor></md:EntityDescriptor>`;
}

it("metadata gives issuer, sign-in address and both certificates of a rollover", async () => {
  const [old, next] = await Promise.all([newSigningKey("Old", 20), newSigningKey("Next", 900)]);
  const result = readMetadata(metadata([old.certificate, next.certificate]));
  if (!result.ok) throw new Error(result.problem);
  expect(result.value).toMatchObject({
    entityId: "https://idp.test/metadata",
    ssoUrl: "https://idp.test/sso",
  });
  const views = result.value.certificates.map(readCertificate);
  expect(views.map((view) => view?.subject)).toEqual(["CN=Old", "CN=Next"]);
  const days = ((views[0]?.validUntil.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(19);
  expect(days).toBeLessThan(21);
});

it.each([
  ["an entity declaration", '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'],
  ["another document", "<html/>"],
  ["no XML", "hello"],
  ["no certificate", metadata([])],
])("metadata with %s is refused with a sentence", (_, xml) => {
  expect(readMetadata(xml)).toEqual({ ok: false, problem: expect.stringMatching(/\.$/) });
});

it("metadata whose sign-in address is a script is refused", async () => {
  const { certificate } = await newSigningKey();
  expect(readMetadata(metadata([certificate], "javascript:alert(1)"))).toMatchObject({ ok: false });
});
