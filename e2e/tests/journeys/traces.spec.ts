import { expect, test } from "@playwright/test";
import { ADA } from "../../src/harness/admin.ts";
import { type OpenConsole, openConsole, person } from "../../src/harness/open-console.ts";

test.describe.configure({ mode: "serial" });

let at: OpenConsole;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  at = await openConsole(browser);
});
test.afterAll(() => at.close());

/** Searches Users for someone who is not in the list. Returns the panel that answers why. */
async function trace(text: string) {
  await at.page.goto(`/access/users?q=${encodeURIComponent(text)}`);
  const panel = at.page.getByRole("region", { name: "Was this person sent to us?" });
  await expect(panel).toBeVisible();
  return panel;
}
const step = (name: string) => at.page.locator(`[data-step="${name}"]`);

test("turned away: the headline says why, the third step failed, and the event is one click away", async () => {
  const app = at.onelogin();
  await app.assign(person("1", "Grace", { userName: "ghopper", email: undefined, familyName: "Hopper" }));
  app.close();
  const panel = await trace("ghopper");
  await expect(panel).toContainText("We received this person and turned them away: No email address.");
  await expect(panel).toContainText("Users → Users → this person: fill in Email.");
  await expect(step("complete")).toHaveAttribute("data-state", "failed");
  await expect(step("matched")).toHaveAttribute("data-state", "unreached");
  await panel.getByRole("link", { name: "Open the event" }).click();
  await expect(at.page.getByRole("dialog", { name: /Grace Hopper turned away/ })).toBeVisible();
});

test("turned away is found by part of the address too: the same name before the @", async () => {
  await expect(await trace("ghopper@acme.test")).toContainText("turned them away: No email address.");
});

test("looked up only: what a change that waits for approval looks like", async () => {
  const app = at.onelogin({ approvals: { create: true } });
  const waiting = person("2", "Waiting");
  await app.assign(waiting);
  await at.knock(
    { Authorization: `Bearer ${at.site.scim.token}` },
    `/Users?filter=userName+eq+%22waiting@acme.test%22&`,
  );
  app.close();
  const panel = await trace("waiting@acme.test");
  await expect(panel).toContainText(/OneLogin looked this person up at .* and hasn’t created them/);
  await expect(panel).toContainText("Click Pending, then Approve.");
});

test("nothing was sent: the three checks of the guide, in its order", async () => {
  const panel = await trace("nobody@acme.test");
  await expect(panel).toContainText("OneLogin has sent nothing about this person.");
  const checks = await panel.getByRole("listitem").allTextContents();
  const order = ["Pending", "Enable provisioning", "Email filled in", "can’t see inside OneLogin"];
  const found = order.map((words) => checks.findIndex((check) => check.includes(words)));
  expect(found).not.toContain(-1);
  expect(found).toEqual([...found].sort((a, b) => a - b));
});

test("under another address: the person is named, and one click away", async () => {
  const app = at.onelogin({ template: "enterprise" });
  const ada = person("3", "Byron");
  await app.assign(ada);
  await app.update({ ...ada, userName: "lovelace@acme.test", email: "lovelace@acme.test" });
  app.close();
  const panel = await trace("byron@acme.test");
  await expect(panel).toContainText(
    "Byron Test <lovelace@acme.test> came with the same identity. The address changed.",
  );
  await panel.getByRole("link", { name: "Open Byron Test" }).click();
  await expect(at.page.getByRole("heading", { level: 1, name: "Byron Test" })).toBeVisible();
});

test("deactivated: when, by whom, and which filter hides them", async () => {
  const app = at.onelogin();
  const leaver = person("4", "Leaver");
  await app.assign(leaver);
  await app.unassign(leaver);
  app.close();
  const panel = await trace("leaver@acme.test");
  await expect(panel).toContainText(/This person exists and was deactivated at .* by OneLogin\./);
  await expect(panel).toContainText("it shows active people only");
  await panel.getByRole("link", { name: "See people" }).click();
  await expect(at.page.getByRole("row").filter({ hasText: "leaver@acme.test" })).toContainText("Deactivated");
});

test("a local account has the address: the admin can link the two from there", async () => {
  const app = at.onelogin();
  expect((await app.assign(person("5", "Ada"))).state).toBe("failed");
  app.close();
  await at.page.goto("/settings/security/provisioning");
  await at.page.getByRole("article").getByRole("link", { name: "Ada Test" }).click();
  const panel = at.page.getByRole("region", { name: "Was this person sent to us?" });
  await expect(panel).toContainText("A local account already uses this email.");
  await expect(at.page.getByRole("row").filter({ hasText: ADA.email })).toBeVisible();
  await panel.getByRole("link", { name: "Link accounts…" }).click();
  await expect(
    at.page.getByRole("button", { name: "Hand this account to the identity provider…" }),
  ).toBeVisible();
});

test("while the token is refused nobody can arrive, and that is the answer", async () => {
  await at.knock({ Authorization: `Bearer ${at.site.scim.token.slice(0, -4)}` });
  await expect(await trace("late@acme.test")).toContainText(
    "Nothing can arrive: OneLogin’s requests have been refused",
  );
});
