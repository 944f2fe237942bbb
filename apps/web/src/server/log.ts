import pino, { type Logger } from "pino";

export type { Logger };

/** Never written to a log, nested up to two objects deep. */
const SECRETS = [
  "authorization",
  "cookie",
  "set-cookie",
  "password",
  "token",
  "secret",
  "code",
  "passwordHash",
];

/**
 * The process's logger: one JSON object per line on standard error.
 *
 * @param level a pino level, `silent` for none
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: "[redacted]",
      },
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
