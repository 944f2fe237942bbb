import { z } from "zod";

const flag = z
  .enum(["", "0", "1", "true", "false"], { error: "must be 1 or 0" })
  .transform((value) => value === "1" || value === "true");

const origin = z
  .url({
    protocol: /^https?$/,
    error: "must be an http or https address such as https://rollcall.example.com",
  })
  .refine((value) => new URL(value).pathname === "/" && !value.includes("?"), "must have no path")
  .transform((value) => new URL(value).origin);

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a PostgreSQL address such as postgres://user:password@host:5432/rollcall",
});

const variables = z.object({
  PORT: z.coerce
    .number({ error: "must be a port number" })
    .int("must be a port number")
    .min(0, "must be 0 to 65535")
    .max(65535, "must be 0 to 65535")
    .default(3000),
  /** Address to listen on; absent listens on all. */
  HOST: z.string().optional(),
  /** Absent starts the embedded PostgreSQL. */
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_CONNECTIONS: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(2, "must be at least 2")
    .max(500, "must be at most 500")
    .default(16),
  /** Where people and identity providers reach this deployment; absent takes each request's own host. */
  ROLLCALL_URL: origin.optional(),
  ROLLCALL_DATA_DIR: z.string().min(1).optional(),
  /** Seals session cookies; absent takes a key that is kept in the database. */
  ROLLCALL_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "must be a mail server address such as smtp://user:password@host:587",
    })
    .optional(),
  MAIL_FROM: z.string().min(3).default("Rollcall <rollcall@localhost>"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be one of trace, debug, info, warn, error, fatal, silent",
    })
    .default("info"),
  /** Believe X-Forwarded-For, -Proto and -Host. Only behind a proxy that sets them. */
  TRUST_PROXY: flag.default(false),
  /** A set-up code chosen by the operator instead of one that is generated. Everything else in it is passed over. */
  SETUP_CODE: z
    .string()
    .refine(
      (code) => code.replace(/[^0-9A-Za-z]/g, "").length >= 8,
      "must have at least 8 letters a-z and digits",
    )
    .optional(),
});

export type Env = z.infer<typeof variables>;

/**
 * Reads the configuration from environment variables. An empty variable counts as absent.
 *
 * @throws one error that names every variable that is wrong and says what it must be; values are never repeated,
 *   for some of them are secrets
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new Error(`The configuration is not valid:\n${lines.join("\n")}`);
}
