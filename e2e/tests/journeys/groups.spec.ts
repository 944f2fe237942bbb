import { expect, test } from "@playwright/test";
import { consoleApi } from "../../src/harness/console.ts";
import { type OpenConsole, openConsole, person } from "../../src/harness/open-console.ts";
import { openScim } from "../../src/harness/site.ts";

const OVERVIEW = "/settings/security/provisioning";

test.describe.configure({ mode: "serial" });

let at: OpenConsole;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  at = await openConsole(browser);
});
test.afterAll(() => at.close());

const finding = (title: string | RegExp) => at.page.getByRole("article").filter({ hasText: title }).first();
const everyone = ["Ann", "Bo", "Cy", "Di", "Ed", "Flo"].map((name, index) => person(String(index + 1), name));

/** OneLogin with the Groups parameter included, or with no Set Groups rule. Everyone is sent by it. */
async function push(groups: "attribute" | "off", people = everyone, roles: readonly string[] = ["data"]) {
  const app = at.onelogin({ groups });
  for (const each of people) expect((await app.assign(each, roles)).state).toBe("done");
  app.close();
}

test("never for anyone: the overview and Teams both say so, with the two places in OneLogin", async () => {
  await push("off");
  await at.page.goto(OVERVIEW);
  const shown = finding("OneLogin sends people but never a groups value");
  await expect(shown).toContainText("Groups in payloads: 0 of 6 people.");
  await expect(shown).toContainText("Include in User Provisioning");
  await expect(shown).toContainText("does it name this SCIM app, not the SAML app?");
  await at.page.goto("/access/teams");
  await expect(at.page.getByText("OneLogin has sent 6 people and no groups.")).toBeVisible();
});

test("for all but one: her name, and that her role is not assigned to the SCIM app", async () => {
  await push("attribute");
  await push("off", [person("7", "Grace")]);
  await at.page.goto(OVERVIEW);
  const shown = finding("“Grace Test” is sent without groups");
  await expect(shown).toContainText("6 of 7 people carry groups; “Grace Test” does not.");
  await expect(shown).toContainText("is the person’s role assigned to the SCIM app?");
  await shown.getByRole("link", { name: "Grace Test" }).click();
  await expect(at.page.getByRole("heading", { level: 1, name: "Grace Test" })).toBeVisible();
});

test("gone for everyone since a moment: when, and what happened around then", async () => {
  await push("off");
  await at.page.goto(OVERVIEW);
  const shown = finding(/Groups stopped arriving on/);
  await expect(shown).toContainText(/The last one with groups was “Flo Test” at/);
  await shown.getByRole("link", { name: "See what happened around then" }).click();
  await expect(at.page).toHaveURL(/activity\?since=custom&from=/);
  await expect(at.page.getByRole("link", { name: "Updated Flo Test" }).first()).toBeVisible();
});

test("a role that can be no team name: a name to copy instead", async () => {
  const { origin } = at.site.product;
  const settings = await consoleApi(origin, at.site.cookie, "GET", "/provisioning/settings");
  const seenAt = new Date(Reflect.get(Object(settings), "updatedAt")).toISOString();
  await consoleApi(origin, at.site.cookie, "PATCH", "/provisioning/settings", {
    seenAt,
    change: { strictNames: true },
  });
  await push("attribute", [person("8", "Gus")], ["Platform Engineering"]);
  await at.page.goto(OVERVIEW);
  const shown = finding("Role “Platform Engineering” can’t become a team");
  await expect(shown).toContainText("Team names here use letters, digits, - and _, up to 36 characters.");
  await shown.getByRole("button", { name: "Copy Suggested name" }).click();
  expect(await at.page.evaluate(() => navigator.clipboard.readText())).toBe("platform-engineering");
  await shown.getByRole("link", { name: "Platform Engineering" }).click();
  const sheet = at.page.getByRole("dialog");
  await expect(sheet).toContainText("Applied only in part");
  await expect(sheet).toContainText("platform-engineering");
});

test("a role that is called like a manual team: adopt it, and the next push fills it", async () => {
  await consoleApi(at.site.product.origin, at.site.cookie, "POST", "/teams", { name: "infra" });
  await push("attribute", [person("9", "Hal")], ["infra"]);
  await at.page.goto(OVERVIEW);
  const shown = finding("A manual team is already called “infra”");
  await shown.getByRole("link", { name: "Adopt the team…" }).click();
  await expect(at.page.getByRole("heading", { level: 1, name: "infra" })).toBeVisible();
  await expect(at.page.getByRole("button", { name: "Adopt…" })).toBeInViewport();
});

test("members who are not known here: each can be traced", async () => {
  const scim = openScim(at.site.scim);
  const strangers = ["01990000-0000-7000-8000-000000000001", "01990000-0000-7000-8000-000000000002"];
  const reply = await scim.send("POST", "/Groups", {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
    displayName: "ops",
    members: strangers.map((value) => ({ value })),
  });
  expect(reply.status).toBe(201);
  scim.close();
  await at.page.goto(OVERVIEW);
  // A link that is pressed in the moment in which the page comes alive leads nowhere.
  await at.page.waitForLoadState("networkidle");
  const shown = finding("2 members of “ops” are unknown here");
  await expect(shown).toContainText("Assign the SCIM app to these people first");
  await shown.getByRole("link", { name: strangers[0] ?? "" }).click();
  await expect(at.page.getByRole("region", { name: "Was this person sent to us?" })).toBeVisible();
});
