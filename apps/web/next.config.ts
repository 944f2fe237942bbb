import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Both are checked by their own steps of `npm test`.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ["@rollcall/db", "@rollcall/directory", "@rollcall/scim", "@rollcall/ui"],
  serverExternalPackages: [
    "pg",
    "pino",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@node-rs/argon2",
    "@node-saml/node-saml",
    "nodemailer",
  ],
  // An address below it that is no file is a page, and passes the proxy by.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
  ],
  turbopack: { resolveAlias: { "next-intl/config": "./src/i18n/request.ts" } },
  experimental: {
    authInterrupts: true,
    optimizePackageImports: ["lucide-react"],
  },
};

export default config;
