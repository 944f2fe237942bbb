import { say } from "@rollcall/directory/explain/sentence";
import { expect, test } from "vitest";
import { alertMail } from "./alert-mail.ts";

const regenerated = {
  key: "token:1",
  daily: false,
  title: say("alerts.token_regenerated.title", { by: "Ada" }),
  facts: [
    say("alerts.token_regenerated.fact", {
      by: "Ada",
      token: "…A1B2",
      provider: "OneLogin",
      at: new Date("2026-11-26T10:00:00Z"),
    }),
  ],
  steps: [say("alerts.token_regenerated.step", { provider: "OneLogin" })],
  href: "/settings/security/provisioning",
};
const ending = {
  key: "certificate:2026-12-26:30",
  daily: false,
  title: say("alerts.certificate.title", { days: 30 }),
  facts: [say("alerts.certificate.fact", { until: new Date("2026-12-26T00:00:00Z") })],
  steps: [say("alerts.certificate.step"), say("alerts.certificate.step")],
  href: "/settings/security/sso",
};
const tenant = { id: "1", name: "Acme" };

test("a mail of one alert bears its title, says what happened and when, what to do and where to turn it off", () => {
  const mail = alertMail({ tenant, alerts: [regenerated], to: [] }, "https://app.acme.test");
  expect(mail.subject).toBe("Ada made a new SCIM token · Acme");
  expect(mail.text).toContain(
    "The token …A1B2 was made at Nov 26, 2026, 10:00:00 AM UTC. OneLogin is refused until",
  );
  expect(mail.text).toContain("What to do:\nIf OneLogin does not have the new token yet");
  expect(mail.text).toContain("See more: https://app.acme.test/settings/security/provisioning");
  expect(mail.text).toContain("https://app.acme.test/settings/security/provisioning#settings");
});

test("several alerts are one mail that counts them", () => {
  const mail = alertMail({ tenant, alerts: [regenerated, ending], to: [] }, "https://app.acme.test");
  expect(mail.subject).toBe("2 things need attention · Acme");
  expect(mail.text).toContain("Ada made a new SCIM token\n\n");
  expect(mail.text).toContain("The certificate that SSO hangs on ends in 30 days\n\n");
  expect(mail.text).toContain("What to do:\n1. Make a new certificate");
});
