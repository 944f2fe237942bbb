import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { afterEach, describe, expect, it } from "vitest";
import { config, proxy } from "./proxy.ts";
import { parseEnv } from "./server/env.ts";
import { withSession } from "./server/with-session.ts";

function deployedAt(url: string): void {
  globalThis.rollcall = { env: parseEnv({ ROLLCALL_URL: url, ROLLCALL_SECRET: "x".repeat(32) }) };
}
afterEach(() => {
  globalThis.rollcall = undefined;
});

function answer(path: string, method = "GET", headers: Record<string, string> = {}) {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { method, headers }));
}

const scriptSources = (policy: string | null) => /script-src ([^;]*)/.exec(policy ?? "")?.[1] ?? "";

describe("a reply to a browser", () => {
  it.each(["/login", "/access/users", "/api/console/users", "/api/sso/acme/start"])(
    "%s is not framed, sniffed or told to other sites",
    (path) => {
      deployedAt("https://console.acme.test");
      const { headers } = answer(path);
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
    },
  );

  it("is sent through here wherever it is, but for files of the build and for SCIM", () => {
    const through = (path: string) => unstable_doesMiddlewareMatch({ config, nextConfig: {}, url: path });
    for (const path of [
      "/",
      "/login",
      "/access/users",
      "/api/console/users",
      "/favicon.icons",
      "/_next/images",
    ])
      expect([path, through(path)]).toEqual([path, true]);
    for (const path of ["/_next/static/chunks/a.js", "/api/scim/acme/v2/Users"])
      expect([path, through(path)]).toEqual([path, false]);
  });

  it("of a page runs scripts with a nonce of its own only, and no inline ones", () => {
    deployedAt("https://console.acme.test");
    const [one, other] = [answer("/login"), answer("/login")].map(({ headers }) =>
      scriptSources(headers.get("content-security-policy")),
    );
    expect(one).toMatch(/^'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'$/);
    expect(one).not.toBe(other);
  });

  it("of the API is no page at all", () => {
    deployedAt("https://console.acme.test");
    expect(answer("/api/console/users").headers.get("content-security-policy")).toMatch(
      /^default-src 'none'/,
    );
  });

  it("asks for TLS from now on where the origin is https, and only there", () => {
    deployedAt("https://console.acme.test");
    expect(answer("/login").headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
    deployedAt("http://localhost:3000");
    expect(answer("/login").headers.has("strict-transport-security")).toBe(false);
  });
});

describe("a request that changes something", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE"])(
    "by %s from another site is refused, wherever it goes",
    (method) => {
      deployedAt("https://console.acme.test");
      for (const path of [
        "/api/console/users",
        "/api/auth/signout",
        "/api/setup",
        "/api/invites/accept",
        "/login",
      ]) {
        for (const origin of ["https://evil.test", "null"]) {
          expect([path, origin, answer(path, method, { origin }).status]).toEqual([path, origin, 403]);
        }
      }
      const own = { origin: "https://console.acme.test" };
      expect(answer("/api/console/users", method, own).status).toBe(200);
    },
  );

  it("may come from another site at the assertion consumer, and at nothing that only looks like it", () => {
    deployedAt("https://console.acme.test");
    const from = { origin: "https://idp.test" };
    expect(answer("/api/sso/acme/saml/acs", "POST", from).status).toBe(200);
    for (const path of ["/api/sso/acme/saml/acs/", "/api/sso/acme/saml/acs/x", "/x/api/sso/acme/saml/acs"]) {
      expect([path, answer(path, "POST", from).status]).toEqual([path, 403]);
    }
  });
});

describe("the session's cookie", () => {
  const cookie = async () => {
    const token = { sid: crypto.randomUUID(), tid: crypto.randomUUID() };
    const response = await withSession(new Response(), token, new Headers({ host: "console.acme.test" }));
    const [value = ""] = response.headers.getSetCookie();
    expect(value).not.toContain(token.sid);
    return value;
  };

  it("is for this host and TLS only behind TLS, out of reach of scripts and of other sites' posts", async () => {
    deployedAt("https://console.acme.test");
    expect(await cookie()).toMatch(
      /^__Host-rollcall\.session=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it("is the same without Secure on plain http, where browsers would drop it", async () => {
    deployedAt("http://localhost:3000");
    expect(await cookie()).toMatch(/^rollcall\.session=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  });
});
