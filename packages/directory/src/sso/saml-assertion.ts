import type { Element } from "@xmldom/xmldom";
import type { SsoIdentity } from "./identity.ts";
import { SsoRefused } from "./sso-fault.ts";
import { ASSERTION_NS, attribute, childrenNamed, onlyChild, parseXml, textOf } from "./xml.ts";

/** What an assertion must say to be meant for this deployment, now. */
export interface Expectation {
  /** entityID of the identity provider. */
  readonly issuer: string;
  /** Our entityID. */
  readonly audience: string;
  /** Our assertion consumer. */
  readonly acsUrl: string;
  readonly now: Date;
  readonly skewMs: number;
}

const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/**
 * Reads an assertion from the very bytes whose signature was verified, and checks what they say: issuer, audience,
 * bearer confirmation with recipient, time window. SAML Profiles §4.1.4.2 and 4.1.4.3.
 *
 * @throws SsoRefused
 */
export function readAssertion(signedXml: string, expected: Expectation): SsoIdentity {
  const assertion = parseXml(signedXml).documentElement;
  if (assertion === null || assertion.localName !== "Assertion" || assertion.namespaceURI !== ASSERTION_NS) {
    throw new SsoRefused("signature", "What was signed is no Assertion.");
  }
  checkIssuer(textOf(onlyChild(assertion, ASSERTION_NS, "Issuer")), expected.issuer);
  checkConditions(onlyChild(assertion, ASSERTION_NS, "Conditions"), expected);
  const subject = onlyChild(assertion, ASSERTION_NS, "Subject");
  const confirmation = bearerConfirmation(subject, expected);
  const nameId = textOf(subject && onlyChild(subject, ASSERTION_NS, "NameID"));
  if (nameId === "") throw new SsoRefused("assertion_invalid", "The Subject has no NameID.");
  const id = attribute(assertion, "ID");
  if (id === null) throw new SsoRefused("assertion_invalid", "The Assertion has no ID.");
  return {
    nameId,
    alternates: [],
    attributes: readAttributes(assertion),
    once: { id, until: confirmation.until },
    inResponseTo: confirmation.inResponseTo,
  };
}

/** @throws SsoRefused `issuer` */
export function checkIssuer(issuer: string, expected: string): void {
  if (issuer === expected) return;
  throw new SsoRefused("issuer", `The issuer is ${issuer || "absent"}; the configured one is ${expected}.`);
}

function checkConditions(conditions: Element | null, expected: Expectation): void {
  if (conditions === null) throw new SsoRefused("audience", "The Assertion has no Conditions.");
  checkWindow(conditions, expected);
  const restrictions = childrenNamed(conditions, ASSERTION_NS, "AudienceRestriction");
  if (restrictions.length === 0) throw new SsoRefused("audience", "The Assertion names no Audience.");
  for (const restriction of restrictions) {
    const audiences = childrenNamed(restriction, ASSERTION_NS, "Audience").map(textOf);
    if (!audiences.includes(expected.audience)) {
      throw new SsoRefused(
        "audience",
        `The Audience is ${audiences.join(", ")}; ours is ${expected.audience}.`,
      );
    }
  }
}

interface Confirmation {
  readonly until: Date;
  readonly inResponseTo: string | null;
}

function bearerConfirmation(subject: Element | null, expected: Expectation): Confirmation {
  const confirmations = subject ? childrenNamed(subject, ASSERTION_NS, "SubjectConfirmation") : [];
  const bearers = confirmations.filter((element) => attribute(element, "Method") === BEARER);
  const [bearer] = bearers;
  if (bearer === undefined || bearers.length > 1) {
    throw new SsoRefused("assertion_invalid", "The Subject needs one bearer SubjectConfirmation.");
  }
  const data = onlyChild(bearer, ASSERTION_NS, "SubjectConfirmationData");
  const recipient = attribute(data, "Recipient");
  if (data === null || recipient !== expected.acsUrl) {
    throw new SsoRefused(
      "recipient",
      `The Recipient is ${recipient ?? "absent"}; ours is ${expected.acsUrl}.`,
    );
  }
  checkWindow(data, expected);
  const until = attribute(data, "NotOnOrAfter");
  if (until === null) throw new SsoRefused("clock_skew", "The SubjectConfirmation has no NotOnOrAfter.");
  return {
    until: new Date(readTime(until).getTime() + expected.skewMs),
    inResponseTo: attribute(data, "InResponseTo"),
  };
}

function checkWindow(element: Element, { now, skewMs }: Expectation): void {
  const from = attribute(element, "NotBefore");
  const until = attribute(element, "NotOnOrAfter");
  if (from !== null && now.getTime() + skewMs < readTime(from).getTime()) {
    throw new SsoRefused(
      "clock_skew",
      `Valid from ${from}; it is ${now.toISOString()} here. Compare the clocks.`,
    );
  }
  if (until !== null && now.getTime() - skewMs >= readTime(until).getTime()) {
    throw new SsoRefused(
      "clock_skew",
      `Valid until ${until}; it is ${now.toISOString()} here. Compare the clocks.`,
    );
  }
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(time.getTime())) {
    throw new SsoRefused("assertion_invalid", `The time ${text.slice(0, 40)} cannot be read.`);
  }
  return time;
}

function readAttributes(assertion: Element): Record<string, string[]> {
  const statements = childrenNamed(assertion, ASSERTION_NS, "AttributeStatement");
  const elements = statements.flatMap((statement) => childrenNamed(statement, ASSERTION_NS, "Attribute"));
  return Object.fromEntries(
    elements.map((element) => [
      attribute(element, "Name") ?? "",
      childrenNamed(element, ASSERTION_NS, "AttributeValue").map(textOf),
    ]),
  );
}
