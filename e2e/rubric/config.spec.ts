import { type BrowserContext, expect, type Page, type Route, test } from "@playwright/test";
import { createOneLogin } from "@rollcall/idp-simulator";
import { ADA, setUp, TENANT } from "../src/harness/admin.ts";
import { addSession } from "../src/harness/browser.ts";
import { regenerateToken } from "../src/harness/console.ts";
import { join } from "../src/harness/join.ts";
import { type Product, startProduct } from "../src/harness/product.ts";
import { expectAccessible } from "./checks/axe.ts";
import { expectFocusTrapped, press, tabTo } from "./checks/keyboard.ts";
import { memoryOf } from "./checks/memory.ts";

const GRACE = {
  name: "Grace Hopper",
  email: "grace@acme.test",
  password: "nine small boats drifting",
  role: "admin",
} as const;
const PAGE = "/settings/security/provisioning";

test.describe.configure({ mode: "serial" });

let product: Product;
let cookie: string;
let context: BrowserContext;
let page: Page;
let token = "";

test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  product = await startProduct();
  cookie = await setUp(product);
  context = await browser.newContext({ baseURL: product.origin });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: product.origin });
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await product.dispose();
});

const viewConfig = () =>
  page.getByRole("region", { name: "SCIM", exact: true }).getByRole("button", { name: "View Config" });
const dialog = () => page.getByRole("dialog", { name: "SCIM configuration" });
const fail = (route: Route) =>
  route.fulfill({
    status: 500,
    contentType: "application/json",
    body: JSON.stringify({ error: { code: "server.error", message: "It failed.", requestId: "req_test" } }),
  });
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

test("#6 #10 #15 keyboard only: sign in, switch on, View Config, generate, copy both, done", async () => {
  await page.goto("/login");
  await tabTo(page, page.getByLabel("Email"));
  await page.keyboard.type(ADA.email);
  await tabTo(page, page.getByRole("textbox", { name: "Password" }));
  await page.keyboard.type(ADA.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
  await page.goto(PAGE);
  const toggle = page.getByRole("switch", { name: "SCIM provisioning" });
  await tabTo(page, toggle);
  await page.keyboard.press("Space");
  await expect(toggle).toBeChecked();
  await press(page, viewConfig());
  await press(page, dialog().getByRole("button", { name: "Generate token" }));
  await expect(dialog().getByRole("textbox", { name: "Token" })).toHaveValue(/^rollcall_scim_\w{40,}$/);
  await press(page, dialog().getByRole("button", { name: "Copy SCIM URL" }));
  expect(await clipboard()).toBe(`${product.origin}/api/scim/${TENANT}/v2`);
  await press(page, dialog().getByRole("button", { name: "Copy Token" }));
  await expect(page.getByRole("status").filter({ hasText: "Token copied" })).toBeAttached();
  token = await clipboard();
  expect(token).toMatch(/^rollcall_scim_\w{40,}$/);
  // While it is shown it is in the field and nowhere else.
  expect(await memoryOf(page)).not.toContain(token);
  const spoken = await page.locator("[role=status],[role=alert],[aria-live]").allTextContents();
  expect(spoken.join()).not.toContain(token);
  await expectFocusTrapped(page, dialog());
  await press(page, dialog().getByRole("button", { name: "Done" }));
  await expect(dialog()).toBeHidden();
  await expect(viewConfig()).toBeFocused();
});

test("#14 a copy is said in the live region that was there before, each time", async () => {
  await page.goto(`${PAGE}?dialog=config`);
  const copy = dialog().getByRole("button", { name: "Copy SCIM URL" });
  await expect(copy).toBeVisible();
  const region = await page.locator("[data-live-region]").elementHandle();
  if (!region) throw new Error("There is no live region");
  expect(await region.evaluate((node) => node.closest("[inert],[aria-hidden=true]") === null)).toBe(true);
  const said: string[] = [];
  await page.exposeFunction("heard", (text: string) => said.push(text));
  await region.evaluate((node) => {
    const hear: unknown = Reflect.get(window, "heard");
    new MutationObserver(() => typeof hear === "function" && hear(node.textContent)).observe(node, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await copy.click();
  await expect.poll(() => said.length).toBe(1);
  await copy.click();
  await expect.poll(() => said.length).toBe(2);
  expect(said[0]).toBe("SCIM URL copied");
  expect(said[1]?.trim()).toBe("SCIM URL copied");
  expect(await region.evaluate((node) => node.isConnected)).toBe(true);
  await dialog().getByRole("button", { name: "Done" }).click();
});

test("#15 #16 the token is in no address, storage, page or later answer", async () => {
  const answers: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/")) answers.push(response.text().catch(() => ""));
  });
  await page.reload();
  await viewConfig().click();
  await expect(dialog().getByRole("textbox", { name: "Token" })).toHaveValue(
    `rollcall_scim_••••••••${token.slice(-4)}`,
  );
  expect(await page.content()).not.toContain(token);
  expect(await memoryOf(page)).not.toContain(token);
  expect((await Promise.all(answers)).join()).not.toContain(token);
  expect(product.output()).not.toContain(token);
  await dialog().getByRole("button", { name: "Done" }).click();
});

test("#16 another admin sees the mask only", async ({ browser }) => {
  const other = await browser.newContext({ baseURL: product.origin });
  await addSession(other, product.origin, await join(product, cookie, GRACE));
  const second = await other.newPage();
  await second.goto(`${PAGE}?dialog=config`);
  await expect(second.getByRole("textbox", { name: "Token" })).toHaveValue(
    `rollcall_scim_••••••••${token.slice(-4)}`,
  );
  await expect(second.locator("html")).not.toContainText(token);
  await other.close();
});

test("the page turns to connected by itself when the identity provider tests the connection", async () => {
  const onelogin = createOneLogin({ baseUrl: `${product.origin}/api/scim/${TENANT}/v2`, token });
  await page.goto(PAGE);
  await expect(page.getByText("Waiting for OneLogin").first()).toBeVisible();
  expect((await onelogin.enable()).ok).toBe(true);
  await expect(page.getByText("Connected, nothing pushed yet").first()).toBeVisible();
  onelogin.close();
});

test("#1 #4 #7 keyboard only: regenerating a token in use asks for a word; Esc asks before an uncopied token is lost", async () => {
  await page.goto(PAGE);
  await press(page, viewConfig());
  await press(page, dialog().getByRole("button", { name: "Regenerate token…" }));
  const confirm = page.getByRole("alertdialog", { name: "Regenerate token?" });
  await expect(confirm.getByRole("textbox")).toBeFocused();
  await expectAccessible(page, "the dialog that regenerates a token in use");
  await page.keyboard.type("regenerate");
  await page.keyboard.press("Enter");
  await expect(dialog().getByRole("textbox", { name: "Token" })).toHaveValue(/^rollcall_scim_\w{40,}$/);
  await expectAccessible(page, "View Config with a token shown");
  await page.keyboard.press("Escape");
  const leaving = page.getByRole("alertdialog", { name: "Close without copying the token?" });
  await expect(leaving).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(leaving).toBeHidden();
  await press(page, dialog().getByRole("button", { name: "Copy Token" }));
  const next = await clipboard();
  expect(next).not.toBe(token);
  await press(page, dialog().getByRole("button", { name: "Done" }));
  await expect(dialog()).toBeHidden();

  const onelogin = createOneLogin({ baseUrl: `${product.origin}/api/scim/${TENANT}/v2`, token });
  expect((await onelogin.enable()).status).toBe(401);
  onelogin.close();
  await expect(page.getByText(token.slice(-4)).first()).toBeVisible();
  await expect(page.getByText(/Ada Lovelace/).first()).toBeVisible();
});

test("#13 without a clipboard nothing claims to be copied, and the text is selected for Ctrl+C", async ({
  browser,
}) => {
  const plain = await browser.newContext({ baseURL: product.origin });
  await addSession(plain, product.origin, cookie);
  await plain.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  const there = await plain.newPage();
  await there.goto(`${PAGE}?dialog=config`);
  await there.getByRole("button", { name: "Copy SCIM URL" }).click();
  await expect(there.getByText("Press Ctrl+C to copy").first()).toBeVisible();
  await expect(there.getByText("SCIM URL copied")).toHaveCount(0);
  const selected = await there.getByRole("textbox", { name: "SCIM URL" }).evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return "";
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  expect(selected).toBe(`${product.origin}/api/scim/${TENANT}/v2`);
  await plain.close();
});

test("#13 a browser that refuses the clipboard: nothing claims to be copied", async ({ browser }) => {
  const refusing = await browser.newContext({ baseURL: product.origin });
  await addSession(refusing, product.origin, cookie);
  await refusing.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("Denied", "NotAllowedError"));
  });
  const there = await refusing.newPage();
  await there.goto(`${PAGE}?dialog=config`);
  await there.getByRole("button", { name: "Copy SCIM URL" }).click();
  await expect(there.getByText("Press Ctrl+C to copy").first()).toBeVisible();
  await expect(there.getByText("SCIM URL copied")).toHaveCount(0);
  await refusing.close();
});

test("#17 the answer that holds a token is not stored by anybody", async () => {
  const reply = await fetch(`${product.origin}/api/console/provisioning/token/regenerate`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: product.origin, "Content-Type": "application/json" },
    body: "{}",
  });
  expect(reply.headers.get("cache-control")).toContain("no-store");
  expect(await reply.text()).toContain("rollcall_scim_");
});

test("#20 a refresh that fails is said, and what was there stays", async () => {
  await page.goto(PAGE);
  await page.route("**/api/console/provisioning", fail);
  await expect(page.getByRole("status").filter({ hasText: "The last refresh failed" })).toBeVisible();
  await expect(page.getByRole("switch", { name: "SCIM provisioning" })).toBeChecked();
  await expect(page.getByText(/no token yet|not set up/i)).toHaveCount(0);
  await page.unroute("**/api/console/provisioning");
  await expect(page.getByText("The last refresh failed")).toHaveCount(0);
});

test("#20 a token that could not be made is an error, and the current one is untouched", async () => {
  await page.route("**/api/console/provisioning/token/**", fail);
  await page.goto(`${PAGE}?dialog=config`);
  await dialog().getByRole("button", { name: "Regenerate token…" }).click();
  const confirm = page.getByRole("alertdialog", { name: "Regenerate token?" });
  const word = confirm.getByRole("textbox");
  if (await word.isVisible()) await word.fill("regenerate");
  await confirm.getByRole("button", { name: "Regenerate token" }).click();
  await expect(confirm.getByRole("alert")).toContainText("the current one still works");
  await page.unroute("**/api/console/provisioning/token/**");
  await confirm.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog().getByRole("textbox", { name: "Token" })).toHaveValue(/^rollcall_scim_•+\w{4}$/);
});

test("#31 pausing says what it means, answers 403 and keeps the token", async () => {
  token = (await regenerateToken(product.origin, cookie)).token;
  const sync = createOneLogin({ baseUrl: `${product.origin}/api/scim/${TENANT}/v2`, token });
  const ann = {
    id: "1",
    userName: "ann@acme.test",
    email: "ann@acme.test",
    givenName: "Ann",
    familyName: "Lee",
  };
  await sync.assign(ann, ["research"]);
  sync.close();
  await page.goto(PAGE);
  await page.getByRole("switch", { name: "SCIM provisioning" }).click();
  const confirm = page.getByRole("alertdialog", { name: "Pause SCIM?" });
  await expectAccessible(page, "the dialog that pauses SCIM");
  await confirm.getByRole("button", { name: "Pause SCIM" }).click();
  await expect(page.getByText("Paused", { exact: true }).first()).toBeVisible();
  const onelogin = createOneLogin({ baseUrl: `${product.origin}/api/scim/${TENANT}/v2`, token });
  expect((await onelogin.enable()).status).toBe(403);
  await page.goto(`${PAGE}/activity?outcome=paused`);
  await expect(page.getByRole("row").filter({ hasText: "SCIM is off here" }).first()).toBeVisible();
  await page.goto("/access/teams?q=research");
  await page.getByRole("link", { name: "research" }).click();
  await expect(page.getByText("can be edited by hand until it is on again")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Team name" })).toBeEditable();
  await page.goto(PAGE);
  await page.getByRole("switch", { name: "SCIM provisioning" }).click();
  await expect(page.getByRole("switch", { name: "SCIM provisioning" })).toBeChecked();
  expect((await onelogin.enable()).status).toBe(200);
  onelogin.close();
});
