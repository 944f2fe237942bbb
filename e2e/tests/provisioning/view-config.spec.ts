import { expect, type Route, test } from "@playwright/test";
import { type OpenConsole, openConsole } from "../../src/harness/open-console.ts";

const OVERVIEW = "/settings/security/provisioning";

test.describe.configure({ mode: "serial" });

let at: OpenConsole;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  at = await openConsole(browser);
});
test.afterAll(() => at.close());

const dialog = () => at.page.getByRole("dialog", { name: "SCIM configuration" });
const tokenField = () => dialog().getByRole("textbox", { name: "Token" });
const leaving = () => at.page.getByRole("alertdialog", { name: "Close without copying the token?" });
const confirm = () => at.page.getByRole("alertdialog", { name: "Regenerate token?" });
const overlap = () => confirm().getByRole("combobox", { name: "Keep the old token working" });

async function tokens(): Promise<number> {
  const rows = await at.site.product.database?.query(`SELECT count(*)::int AS n FROM "ScimToken"`);
  return Number(rows?.[0]?.n);
}

test("opening it by its address reveals nothing and makes nothing", async () => {
  const before = await tokens();
  await at.page.goto(`${OVERVIEW}?dialog=config`);
  await expect(tokenField()).toHaveValue(/^rollcall_scim_•+\w{4}$/);
  await expect(dialog()).toContainText("OneLogin calls this SCIM Base URL");
  await expect(dialog()).toContainText("OneLogin calls this SCIM Bearer Token");
  await expect(dialog()).toContainText("Never used");
  await expect(dialog().getByRole("button", { name: "Copy Token" })).toHaveAttribute("aria-disabled", "true");
  await expect(dialog()).toContainText("Only shown when generated");
  expect(await tokens()).toBe(before);
});

test("a token that never worked is replaced with one press; the secret is not to be cached", async () => {
  await dialog().getByRole("button", { name: "Regenerate token…" }).click();
  await expect(confirm()).toContainText("which has not been used successfully");
  await expect(confirm().getByRole("textbox")).toHaveCount(0);
  await expect(overlap()).toHaveCount(0);
  const answered = at.page.waitForResponse("**/api/console/provisioning/token/regenerate");
  await confirm().getByRole("button", { name: "Regenerate token" }).click();
  expect((await answered).headers()["cache-control"]).toContain("no-store");
  await expect(tokenField()).toHaveValue(/^rollcall_scim_\w{40,}$/);
  await expect(dialog()).toContainText("Copy it now. You won’t be able to see it again.");
  await expect(dialog()).toContainText("fill teams that make people admins");
});

test("Esc, a press outside and the close button all ask before an uncopied token is lost", async () => {
  const ways: readonly (() => Promise<void>)[] = [
    () => at.page.keyboard.press("Escape"),
    () => at.page.mouse.click(4, 4),
    () => dialog().getByRole("button", { name: "Close" }).click(),
    () => dialog().getByRole("button", { name: "Done" }).click(),
  ];
  for (const leave of ways) {
    await leave();
    await expect(leaving()).toBeVisible();
    await leaving().getByRole("button", { name: "Cancel" }).click();
    await expect(leaving()).toBeHidden();
    await expect(tokenField()).toHaveValue(/^rollcall_scim_\w{40,}$/);
  }
});

test("it can be hidden from people behind one's back and is copied whole; no live region and no toast has it", async () => {
  const token = await tokenField().inputValue();
  await dialog().getByRole("button", { name: "Hide Token" }).click();
  await expect(tokenField()).not.toHaveValue(token);
  await dialog().getByRole("button", { name: "Copy Token" }).click();
  await expect(at.page.getByRole("status").filter({ hasText: "Token copied" })).toBeAttached();
  expect(await at.page.evaluate(() => navigator.clipboard.readText())).toBe(token);
  const said = await at.page
    .locator("[role=status],[role=alert],[aria-live],[data-sonner-toast]")
    .allTextContents();
  expect(said.join()).not.toContain(token);
  expect(at.page.url()).not.toContain(token);
  await dialog().getByRole("button", { name: "Done" }).click();
  await expect(dialog()).toBeHidden();
  at.site = { ...at.site, scim: { ...at.site.scim, token } };
});

test("once closed it is masked for good", async () => {
  await at.page.getByRole("button", { name: "View Config" }).first().click();
  await expect(tokenField()).toHaveValue(`rollcall_scim_••••••••${at.site.scim.token.slice(-4)}`);
});

test("the browser's Back asks too and loses nothing; a token copied by hand is copied, and then Back forgets it", async () => {
  await dialog().getByRole("button", { name: "Regenerate token…" }).click();
  await confirm().getByRole("button", { name: "Regenerate token" }).click();
  await expect(tokenField()).toHaveValue(/^rollcall_scim_\w{40,}$/);
  const token = await tokenField().inputValue();
  await at.page.goBack();
  await expect(leaving()).toBeVisible();
  await expect(at.page).toHaveURL(/dialog=config/);
  await leaving().getByRole("button", { name: "Cancel" }).click();
  await expect(tokenField()).toHaveValue(token);
  await tokenField().focus();
  await at.page.keyboard.press("Control+c");
  expect(await at.page.evaluate(() => navigator.clipboard.readText())).toBe(token);
  await at.page.goBack();
  await expect(leaving()).toBeHidden();
  await expect(dialog()).toBeHidden();
  at.site = { ...at.site, scim: { ...at.site.scim, token } };
  await at.page.getByRole("button", { name: "View Config" }).first().click();
  await expect(tokenField()).toHaveValue(`rollcall_scim_••••••••${token.slice(-4)}`);
});

test("inside the dialog, live: waiting; what was wrong with what came; two minutes of nothing name the firewall", async () => {
  await expect(dialog()).toContainText("Waiting for OneLogin to use it");
  await at.knock({ Authorization: `Bearer ${at.site.scim.token.slice(0, -5)}` });
  await expect(dialog()).toContainText("It was probably cut off when pasted.");
  await at.sql(`DELETE FROM "ProvisioningEvent"`);
  await dialog().getByRole("button", { name: "Done" }).click();
  await at.page.clock.install();
  await at.page.goto(`${OVERVIEW}?dialog=config`);
  await expect(dialog()).toContainText("Waiting for OneLogin to use it");
  await expect(dialog()).not.toContainText("firewall");
  await at.page.clock.runFor(130_000);
  await expect(dialog()).toContainText("No request has reached us yet. Check the URL, and any firewall");
  await at.page.clock.resume();
});

test("a token in use is replaced only by a typed word, and its overlap is off each time", async ({
  browser,
}) => {
  const app = at.onelogin();
  await app.enable();
  app.close();
  await at.page.close();
  const context = await browser.newContext({ baseURL: at.site.product.origin });
  await context.addCookies(cookiesOf(at));
  const page = await context.newPage();
  at = { ...at, page };
  await page.goto(`${OVERVIEW}?dialog=config`);
  await expect(dialog()).toContainText(/Last used .* from/);
  const refused = dialog().getByText("It was probably cut off when pasted.");
  await at.knock({ Authorization: `Bearer ${at.site.scim.token.slice(0, -5)}` });
  await expect(refused, "a connection that works breaks while one looks on").toBeVisible();
  await at.knock({ Authorization: `Bearer ${at.site.scim.token}` });
  await expect(refused).toHaveCount(0);
  await dialog().getByRole("button", { name: "Regenerate token…" }).click();
  await expect(confirm()).toContainText("It stops working the moment you continue");
  await expect(overlap()).toHaveText("No, end it now");
  await expect(confirm().getByRole("button", { name: "Regenerate token" })).toBeDisabled();
  await overlap().click();
  await page.getByRole("option", { name: "For 24 hours" }).click();
  await expect(confirm()).toContainText("It keeps working for 24 hours");
  await confirm().getByRole("button", { name: "Cancel" }).click();
  await dialog().getByRole("button", { name: "Regenerate token…" }).click();
  await expect(overlap()).toHaveText("No, end it now");
});

test("an hour of overlap, chosen, keeps the old token working beside the new one", async () => {
  const old = at.site.scim.token;
  await overlap().click();
  await at.page.getByRole("option", { name: "For 1 hour" }).click();
  await confirm().getByRole("textbox").fill("regenerate");
  await confirm().getByRole("button", { name: "Regenerate token" }).click();
  const next = await tokenField().inputValue();
  expect(await at.knock({ Authorization: `Bearer ${old}` })).toBe(200);
  await expect(at.page.getByText(`The old token …${old.slice(-4)} works until`)).toBeAttached();
  expect(await at.knock({ Authorization: `Bearer ${next}` })).toBe(200);
  await dialog().getByRole("button", { name: "Done" }).click();
  await leaving().getByRole("button", { name: "Close without copying" }).click();
  await expect(dialog()).toBeHidden();
  await expect(at.page).toHaveURL(new RegExp(`${OVERVIEW}$`));
});

test("a token on its way is waited for: neither Esc nor Done nor Back closes the dialog before it is there", async () => {
  await at.sql(`DELETE FROM "ScimToken"`);
  let send = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    send = resolve;
  });
  await at.page.route("**/api/console/provisioning/token", async (route) => {
    await held;
    await route.continue();
  });
  await at.page.goto(OVERVIEW);
  await at.page.getByRole("button", { name: "View Config" }).first().click();
  await dialog().getByRole("button", { name: "Generate token" }).click();
  await at.page.keyboard.press("Escape");
  await expect(dialog().getByRole("button", { name: "Done" })).toHaveAttribute("aria-disabled", "true");
  await at.page.goBack();
  await expect(dialog()).toBeVisible();
  send();
  await expect(tokenField()).toHaveValue(/^rollcall_scim_\w{40,}$/);
  await at.page.unroute("**/api/console/provisioning/token");
  await dialog().getByRole("button", { name: "Copy Token" }).click();
  await dialog().getByRole("button", { name: "Done" }).click();
  await expect(dialog()).toBeHidden();
});

test("a token that could not be made: what failed, and Try again in its place", async () => {
  await at.sql(`DELETE FROM "ScimToken"`);
  const fail = (route: Route) =>
    route.fulfill({
      status: 500,
      contentType: "application/json",
      body: JSON.stringify({ error: { code: "server.error", message: "It failed.", requestId: "req_test" } }),
    });
  await at.page.route("**/api/console/provisioning/token", fail);
  await at.page.goto(`${OVERVIEW}?dialog=config`);
  await expect(dialog()).toContainText("No token yet.");
  await dialog().getByRole("button", { name: "Generate token" }).click();
  await expect(dialog().getByRole("alert")).toContainText("No token was generated. It failed. (req_test)");
  await at.page.unroute("**/api/console/provisioning/token");
  await dialog().getByRole("button", { name: "Try again" }).click();
  await expect(tokenField()).toHaveValue(/^rollcall_scim_\w{40,}$/);
});

function cookiesOf({ site }: OpenConsole) {
  return site.cookie.split("; ").map((pair) => {
    const mark = pair.indexOf("=");
    return { name: pair.slice(0, mark), value: pair.slice(mark + 1), url: site.product.origin };
  });
}
