import type { Browser, Page } from "@playwright/test";
import {
  connect,
  createOneLogin,
  type OneLogin,
  type OneLoginOptions,
  type Person,
} from "@rollcall/idp-simulator";
import { addSession } from "./browser.ts";
import { openSite, type Site } from "./site.ts";

/** A product of its own with a page of its first admin, and OneLogin to cause what the page is to tell. */
export interface OpenConsole {
  readonly page: Page;
  /** The site as it is now: a regenerated token replaces the one in it. */
  site: Site;
  onelogin(options?: OneLoginOptions, token?: string): OneLogin;
  /** Sends one request with exactly these headers. Returns its status. */
  knock(headers: Readonly<Record<string, string>>, target?: string, baseUrl?: string): Promise<number>;
  /** Runs SQL: time cannot be waited for. */
  sql(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts and sets up a product, with SCIM on, and signs its first admin in. `close` it when done. */
export async function openConsole(browser: Browser): Promise<OpenConsole> {
  const site = await openSite();
  const context = await browser.newContext({ baseURL: site.product.origin });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.product.origin });
  await addSession(context, site.product.origin, site.cookie);
  const opened: OpenConsole = {
    page: await context.newPage(),
    site,
    onelogin: (options = {}, token = opened.site.scim.token) =>
      createOneLogin({ baseUrl: site.scim.baseUrl, token, options }),
    async knock(headers, target = "/Users?count=1", baseUrl = site.scim.baseUrl) {
      const scim = connect({ baseUrl, headers });
      const { status } = await scim.send("GET", target);
      scim.close();
      return status;
    },
    async sql(text) {
      await site.product.database?.query(text);
    },
    async close() {
      await context.close();
      await site.product.dispose();
    },
  };
  return opened;
}

/** A person of acme.test whose address is the name. */
export function person(id: string, name: string, changes: Partial<Person> = {}): Person {
  const address = `${name.toLowerCase()}@acme.test`;
  return { id, userName: address, email: address, givenName: name, familyName: "Test", ...changes };
}
