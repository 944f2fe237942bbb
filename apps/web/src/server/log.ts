import pino, { type DestinationStream, type Logger } from "pino";

export type { Logger };

/** Never written to a log, nested up to two objects deep. */
const SECRETS = ["authorization", "cookie", "set-cookie", "password", "token", "secret", "passwordHash"];

/**
 * The process's logger: one JSON object per line on standard error.
 *
 * @param level a pino level, `silent` for none
 */
export function createLogger(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorEntry },
      redact: {
        paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: "[redacted]",
      },
    },
    destination,
  );
}

const MOST_CAUSES = 5;

/**
 * What is logged of an error. What libraries attach to theirs is left out: PostgreSQL's `detail` repeats the row, others
 * the request with its credentials.
 */
function errorEntry(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const causes = error instanceof AggregateError ? error.errors : cause === undefined ? [] : [cause];
  const told = depth < MOST_CAUSES ? causes.slice(0, MOST_CAUSES) : [];
  return {
    type: name,
    message,
    ...("code" in error && { code: error.code }),
    stack,
    ...(told.length > 0 && { causes: told.map((each) => errorEntry(each, depth + 1)) }),
  };
}
