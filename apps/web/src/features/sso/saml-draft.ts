import type { Stored } from "./draft.ts";
import { pemBlocks } from "./pem-blocks.ts";
import type { SamlView, SaveInput, SsoView } from "./schema.ts";

/** The form of a SAML connection. */
export interface SamlDraft {
  readonly entityId: string;
  readonly ssoUrl: string;
  /** PEM blocks, one below the other. */
  readonly certificates: string;
  /** Where the metadata was read from; empty when it was not. */
  readonly metadataUrl: string;
}

const EMPTY: SamlDraft = { entityId: "", ssoUrl: "", certificates: "", metadataUrl: "" };

export function storedSaml({ config }: Pick<SsoView, "config">): Stored<SamlDraft> {
  const version = config?.version ?? null;
  if (config?.settings.kind !== "saml") return { values: EMPTY, version };
  return { values: samlDraft(config.settings, config.metadataUrl), version };
}

export function samlDraft(saml: Omit<SamlView, "kind">, metadataUrl: string | null): SamlDraft {
  const { entityId, ssoUrl } = saml;
  const certificates = saml.certificates.map(({ pem }) => pem.trim()).join("\n");
  return { entityId, ssoUrl, certificates, metadataUrl: metadataUrl ?? "" };
}

/** The form as it is sent. */
export function samlInput(
  draft: SamlDraft,
  seen: string | null,
): Record<keyof Extract<SaveInput, { kind: "saml" }>, unknown> {
  const certificates = pemBlocks(draft.certificates);
  return { ...draft, kind: "saml", seen, certificates, metadataUrl: draft.metadataUrl || null };
}
