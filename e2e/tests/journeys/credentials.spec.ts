import { expect, test } from "@playwright/test";
import { ADA } from "../../src/harness/admin.ts";
import { consoleApi, regenerateToken } from "../../src/harness/console.ts";
import { type OpenConsole, openConsole } from "../../src/harness/open-console.ts";

const OVERVIEW = "/settings/security/provisioning";
const CARD = { name: "SCIM", exact: true } as const;

test.describe.configure({ mode: "serial" });

let at: OpenConsole;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  at = await openConsole(browser);
});
test.afterAll(() => at.close());

const finding = (title: string | RegExp) => at.page.getByRole("article").filter({ hasText: title }).first();
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

test("each way to get the token field wrong has its own sentence", async () => {
  const { token } = at.site.scim;
  const wrong: readonly (readonly [Record<string, string>, string | RegExp])[] = [
    [bearer(token.slice(0, -5)), "It was probably cut off when pasted."],
    [bearer("ghp_16C7e42F292c6912E7710c838347Ae178B4a"), "Check that it isn’t from another environment."],
    [{}, "A request arrived without a token."],
    [bearer(`Bearer ${token}`), "The word “Bearer” was sent twice."],
  ];
  for (const [headers] of wrong) expect(await at.knock(headers)).toBe(401);
  await at.page.goto(OVERVIEW);
  await expect(at.page.getByText("Token rejected").first()).toBeVisible();
  for (const [, sentence] of wrong) await expect(at.page.getByText(sentence).first()).toBeVisible();
  // A token that was never ours is no reason to end ours.
  await expect(finding("isn’t ours").getByRole("link", { name: /Regenerate|View Config/ })).toHaveCount(0);
});

test("quotes around the token and another scheme are told apart, whichever came last", async () => {
  expect(await at.knock(bearer(`"${at.site.scim.token}"`))).toBe(401);
  await expect(at.page.getByText("The token was sent in quotation marks.")).toBeVisible();
  expect(await at.knock({ Authorization: "Basic YWRhOnNlY3JldA==" })).toBe(401);
  await expect(at.page.getByText("The header uses another scheme than “Bearer”.")).toBeVisible();
});

test("an address with a version too much, and one without its version, are named; the URL can be copied on the spot", async () => {
  const { token, baseUrl } = at.site.scim;
  expect(await at.knock(bearer(token), "/v2/Users")).toBe(404);
  await at.page.goto(OVERVIEW);
  await expect(finding("wrong address")).toContainText("The SCIM Base URL has an extra version at its end.");
  expect(await at.knock(bearer(token), "/Users", baseUrl.replace(/\/v2$/, ""))).toBe(404);
  await expect(finding("wrong address")).toContainText(
    "/api/scim/acme/Users. The SCIM Base URL must end in /v2.",
  );
  await finding("wrong address").getByRole("button", { name: "Copy SCIM URL" }).click();
  expect(await at.page.evaluate(() => navigator.clipboard.readText())).toBe(baseUrl);
});

test("once the right token arrives every callout turns green and says with which, by itself", async () => {
  const app = at.onelogin();
  expect((await app.enable()).ok).toBe(true);
  app.close();
  const { token } = at.site.scim;
  await expect(finding("cut off")).toContainText(`OneLogin connected with …${token.slice(-4)}`);
  await expect(finding("cut off")).toHaveAttribute("data-status", "ok");
  await expect(at.page.getByText("Token rejected")).toHaveCount(0);
  await expect(finding("wrong address")).toContainText("OneLogin connected with");
  const lookups = `SELECT 1 FROM "ProvisioningEvent" WHERE outcome = 'lookup'`;
  await expect.poll(async () => (await at.site.product.database?.query(lookups))?.length).toBe(1);
  await at.sql(
    `UPDATE "ProvisioningEvent" SET at = at - interval '11 minutes', "lastAt" = "lastAt" - interval '11 minutes'`,
  );
  await at.sql(`UPDATE "ScimToken" SET "lastUsedAt" = "lastUsedAt" - interval '11 minutes'`);
  await expect(at.page.getByRole("article")).toHaveCount(0);
});

test("the cut-over is told live: waiting, refused meanwhile, switched", async () => {
  const old = at.site.scim.token;
  at.site = { ...at.site, scim: await regenerateToken(at.site.product.origin, at.site.cookie) };
  const next = at.site.scim.token;
  const card = at.page.getByRole("region", CARD);
  await expect(card).toContainText(`Waiting for OneLogin to use the new token …${next.slice(-4)}`);
  for (let n = 0; n < 4; n++) expect(await at.knock(bearer(old))).toBe(401);
  await expect(card).toContainText(`Old token …${old.slice(-4)} still in use: 4 requests refused since`);
  const shown = finding("token was refused");
  await expect(shown).toContainText(`That is the token ${ADA.name} retired on`);
  await expect(shown).toContainText(`The token in use here now ends …${next.slice(-4)}`);
  await expect(shown.getByRole("link", { name: "See 4 requests" })).toBeVisible();
  await shown.getByRole("link", { name: "Regenerate token…" }).click();
  const question = at.page.getByRole("alertdialog", { name: "Regenerate token?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  await expect(at.page).toHaveURL(new RegExp(`${OVERVIEW}$`));
  await expect(card).toContainText(`…${next.slice(-4)}`);
  const app = at.onelogin();
  await app.enable();
  app.close();
  await expect(card).toContainText(`OneLogin switched to …${next.slice(-4)}`);
  await expect(card).not.toContainText("still in use");
});

test("the right token while SCIM is off: said, and turned on with one press", async () => {
  const { origin } = at.site.product;
  await consoleApi(origin, at.site.cookie, "PUT", "/provisioning/enabled", { enabled: false });
  const app = at.onelogin();
  expect((await app.enable()).status).toBe(403);
  app.close();
  const shown = finding("Requests are refused while SCIM is off");
  await expect(shown).toContainText("The token is right, but SCIM is off here");
  await shown.getByRole("button", { name: "Turn SCIM on" }).click();
  await expect(at.page.getByRole("switch", { name: "SCIM provisioning" })).toBeChecked();
  await expect(shown).toContainText("SCIM has been on again since");
});

test("thousands of refused requests cost a few rows, and every one of them is counted", async () => {
  test.setTimeout(120_000);
  await at.sql(`DELETE FROM "ProvisioningEvent"`);
  const sent = 3000;
  const batch = 50;
  for (let n = 0; n < sent; n += batch) {
    const tokens = Array.from({ length: batch }, (_, k) =>
      (n + k) % 3 === 0 ? "same-wrong-token" : `guess-${n + k}`,
    );
    await Promise.all(
      tokens.map((token) =>
        fetch(`${at.site.scim.baseUrl}/Users`, {
          method: "POST",
          headers: { ...bearer(token), "Content-Type": "application/scim+json" },
          body: JSON.stringify({ userName: "x".repeat(2000) }),
        }).then((reply) => reply.arrayBuffer()),
      ),
    );
  }
  await expect
    .poll(async () => {
      const rows = await at.site.product.database?.query(
        `SELECT coalesce(sum(count), 0)::int AS counted FROM "ProvisioningEvent" WHERE outcome = 'auth_failed'`,
      );
      return rows?.[0]?.counted;
    })
    .toBe(sent);
  const [held] =
    (await at.site.product.database?.query(
      `SELECT count(*)::int AS rows, count(request)::int AS bodies,
              count(DISTINCT date_trunc('minute', at))::int AS minutes FROM "ProvisioningEvent"`,
    )) ?? [];
  expect(Number(held?.rows)).toBeLessThanOrEqual(60 * (Number(held?.minutes) + 1));
  expect(held?.bodies).toBe(0);
  await at.page.goto(OVERVIEW);
  await expect(finding(/isn’t ours|tried to reach SCIM/)).toContainText("3,000 times");
});
