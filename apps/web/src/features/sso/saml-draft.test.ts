import { expect, test } from "vitest";
import { samlInput, storedSaml } from "./saml-draft.ts";
import { SaveInput, type SsoConfigView } from "./schema.ts";

const PEM = "-----BEGIN CERTIFICATE-----\nAAA\n-----END CERTIFICATE-----";
const certificate = {
  pem: `${PEM}\n`,
  subject: "CN=idp",
  fingerprint: "AA",
  validUntil: "2027-01-01T00:00:00Z",
};
const config: SsoConfigView = {
  settings: {
    kind: "saml",
    entityId: "https://idp.test",
    ssoUrl: "https://idp.test/sso",
    certificates: [certificate],
  },
  enabled: true,
  enforced: false,
  idpInitiated: false,
  metadataUrl: null,
  version: "v1",
  verifiedAt: null,
  updatedAt: "2026-01-01T00:00:00Z",
  updatedByName: null,
};

test("what is stored, sent back untouched, is what is stored, with the version that was seen", () => {
  const stored = storedSaml({ config });
  expect(SaveInput.parse(samlInput(stored.values, stored.version))).toEqual({
    kind: "saml",
    seen: "v1",
    entityId: "https://idp.test",
    ssoUrl: "https://idp.test/sso",
    certificates: [PEM],
    metadataUrl: null,
  });
});

test("without a connection, or with one of the other protocol, the form is empty", () => {
  expect(storedSaml({ config: null })).toMatchObject({ values: { entityId: "" }, version: null });
  const settings = { kind: "oidc", issuer: "https://op.test", clientId: "a", hasSecret: false } as const;
  expect(storedSaml({ config: { ...config, settings } })).toMatchObject({
    values: { entityId: "" },
    version: "v1",
  });
});
