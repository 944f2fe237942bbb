import { DOMImplementation, XMLSerializer } from "@xmldom/xmldom";
import type { ServiceAddresses } from "./addresses.ts";
import { METADATA_NS, PROTOCOL_NS } from "./xml.ts";

/** Metadata of this deployment as a service provider. SAML Metadata §2.4.4. */
export function serviceMetadata({ audience, acsUrl }: ServiceAddresses): string {
  const document = new DOMImplementation().createDocument(METADATA_NS, "EntityDescriptor");
  const entity = document.documentElement;
  if (entity === null) throw new Error("The document has no root.");
  entity.setAttribute("entityID", audience);
  const service = document.createElementNS(METADATA_NS, "SPSSODescriptor");
  service.setAttribute("AuthnRequestsSigned", "false");
  service.setAttribute("WantAssertionsSigned", "true");
  service.setAttribute("protocolSupportEnumeration", PROTOCOL_NS);
  const consumer = document.createElementNS(METADATA_NS, "AssertionConsumerService");
  consumer.setAttribute("Binding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");
  consumer.setAttribute("Location", acsUrl);
  consumer.setAttribute("index", "0");
  consumer.setAttribute("isDefault", "true");
  service.appendChild(consumer);
  entity.appendChild(service);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}
