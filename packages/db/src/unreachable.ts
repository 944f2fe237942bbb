import pg from "pg";

/**
 * Why no connection came about, in one line with the way out. The address is named, the password is not.
 *
 * @param url the database's address
 * @param error what connecting threw: an error of PostgreSQL or of the network
 */
export function unreachable(url: string, error: unknown): Error {
  const { host, user, database } = new pg.Client({ connectionString: url });
  const server = `PostgreSQL at ${new URL(url).host || host}`;
  const code = codeOf(error);
  const said = error instanceof Error && error.message ? error.message : code;
  switch (code) {
    case "28P01":
    case "28000":
      return new Error(
        `${server} does not let ${user} in: ${said}. Check user and password in DATABASE_URL.`,
      );
    case "3D000":
      return new Error(`${server} has no database ${database}. Create it, or correct DATABASE_URL.`);
    case "53300":
      return new Error(`${server} has no connection left: ${said}. See DATABASE_CONNECTIONS.`);
    default:
      return new Error(
        `${server} does not answer (${said}). Check DATABASE_URL, and that the server runs and can be reached from here.`,
        { cause: error },
      );
  }
}

/** A name with several addresses fails with an error for each of them, and no message of its own. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
