import { expect, test } from "@playwright/test";
import { ADA, ORGANIZATION } from "../../src/harness/admin.ts";
import { type Product, startProduct } from "../../src/harness/product.ts";

test.describe.configure({ mode: "serial" });

let product: Product;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  product = await startProduct();
});
test.afterAll(() => product.dispose());

test("while there is no admin every page leads to set-up", async ({ page }) => {
  for (const path of ["/", "/login", "/access/users", "/settings/security/provisioning?dialog=config"]) {
    await page.goto(product.origin + path);
    await expect(page, path).toHaveURL(`${product.origin}/setup`);
  }
});

test("empty fields are told beside them and the first gets the focus; a wrong code says where to find the right one", async ({
  page,
}) => {
  await page.goto(`${product.origin}/setup`);
  await page.getByRole("button", { name: "Create admin account" }).click();
  await expect(page.getByText("Enter the name of your organisation.")).toBeVisible();
  await expect(page.getByText("Enter the setup code from the server log.")).toBeVisible();
  await expect(page.getByLabel("Organisation")).toBeFocused();
  const password = page.getByLabel("Password", { exact: true });
  await expect(password).toHaveAttribute("autocomplete", "new-password");
  await page.getByLabel("Organisation").fill(ORGANIZATION);
  await page.getByLabel("Your name").fill(ADA.name);
  await page.getByLabel("Work email").fill(ADA.email);
  await password.fill(ADA.password);
  await page.getByLabel("Setup code").fill("WRONG-CODE");
  await page.getByRole("button", { name: "Create admin account" }).click();
  await expect(page.getByText("Find it in the server log line that starts with setup_code=")).toBeVisible();
  await expect(page.getByLabel("Setup code")).toBeFocused();
});

test("the link from the log makes the admin, who lands on Provisioning with three first steps", async ({
  page,
  browser,
}) => {
  const slower = await browser.newPage();
  await slower.goto(product.setupLink());
  await page.goto(product.setupLink());
  await expect(page.getByLabel("Setup code")).toHaveValue(product.setupCode());
  expect(page.url()).not.toContain(product.setupCode());
  await page.getByLabel("Organisation").fill(ORGANIZATION);
  await page.getByLabel("Your name").fill(ADA.name);
  await page.getByLabel("Work email").fill(ADA.email);
  await page.getByLabel("Password", { exact: true }).fill(ADA.password);
  await page.getByRole("button", { name: "Create admin account" }).click();
  await expect(page).toHaveURL(`${product.origin}/settings/security/provisioning`);
  await expect(page.getByRole("region", { name: "First steps" }).getByRole("listitem")).toHaveCount(3);
  await page.goto(`${product.origin}/access/users`);
  const own = page.getByRole("row").filter({ hasText: ADA.email });
  await expect(own).toContainText("Local");
  await expect(own).toContainText("Recovery admin");
  await page.goto(`${product.origin}/settings/audit`);
  await expect(page.getByText("Set up the organisation").first()).toBeVisible();

  await slower.getByLabel("Organisation").fill("Late");
  await slower.getByLabel("Your name").fill("Late");
  await slower.getByLabel("Work email").fill("late@acme.test");
  await slower.getByLabel("Password", { exact: true }).fill(ADA.password);
  await slower.getByRole("button", { name: "Create admin account" }).click();
  const closed = slower.getByRole("alert").filter({ hasText: "Someone finished setup a moment ago." });
  await closed.getByRole("link", { name: "Sign in" }).click();
  await expect(slower).toHaveURL(`${product.origin}/login`);
  await slower.close();
});

test("afterwards set-up is closed: the page leads to sign-in, the call is refused with a way on", async ({
  page,
}) => {
  await page.goto(`${product.origin}/setup`);
  await expect(page).toHaveURL(`${product.origin}/login`);
  const late = await fetch(`${product.origin}/api/setup`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: product.origin },
    body: JSON.stringify({ organization: "Other", ...ADA, email: "eve@acme.test", code: "WHATEVER-1" }),
  });
  expect([403, 409]).toContain(late.status);
  expect(await late.json()).toMatchObject({ error: { code: "setup.closed" } });
});
