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
    "@prisma/schema-engine-wasm",
    "@node-rs/argon2",
    "@node-saml/node-saml",
    "nodemailer",
  ],
  turbopack: { resolveAlias: { "next-intl/config": "./src/i18n/request.ts" } },
  experimental: {
    authInterrupts: true,
    optimizePackageImports: ["lucide-react"],
  },
};

export default config;
