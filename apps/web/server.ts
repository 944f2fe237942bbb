import { createServer } from "node:http";
import { join } from "node:path";
import { acceptSetupCode, issueSetupCode } from "@rollcall/directory/accounts/setup";
import next from "next";
import { answerHealth } from "./src/server/http/health.ts";
import { closeHttpServer, createHttpServer } from "./src/server/http/http-server.ts";
import { listen } from "./src/server/http/listen.ts";
import { settleForwardedHeaders } from "./src/server/http/peer.ts";
import { createScimListener } from "./src/server/http/scim-listener.ts";
import { startJobs } from "./src/server/jobs.ts";
import { startMail } from "./src/server/mail/send-mail.ts";
import { startAlerts } from "./src/server/mail/start-alerts.ts";
import { outliveOutput } from "./src/server/outlive-output.ts";
import { database, env, flushEvents, log, scimHandler, useDatabaseUrl } from "./src/server/runtime.ts";
import { startDatabase } from "./src/server/start-database.ts";
import { stopRequested } from "./src/server/stop-signals.ts";
import { workspaceRoot } from "./src/server/workspace-root.ts";

/** How long requests under way may take to finish once a stop was asked for. */
const DRAIN_MS = 10_000;

const say = (line: string): void => {
  process.stderr.write(`› ${line}\n`);
};

/** Starts everything, serves until told to stop, and stops everything. Ends the process. */
export async function serve({ dev }: { readonly dev: boolean }): Promise<void> {
  outliveOutput();
  const stop = stopRequested();
  try {
    await run(dev, stop);
    process.exit(0);
  } catch (error) {
    process.stderr.write(
      `\nRollcall did not start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    if (process.env.LOG_LEVEL === "debug" && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  }
}

async function run(dev: boolean, stop: Promise<string>): Promise<void> {
  const settings = env();
  const pages = next({
    dev,
    dir: join(workspaceRoot(), "apps/web"),
    hostname: "localhost",
    port: settings.PORT,
    // Next answers upgrades at the server it is told of, by closing the connection: some clients offer HTTP/2 so with each
    // request, and take HTTP/1.1 where nobody does.
    httpServer: createServer(),
  });
  const [started] = await Promise.all([startDatabase(settings, say), dev ? undefined : pages.prepare()]);
  useDatabaseUrl(started.url);
  if (dev) await pages.prepare();

  const db = database();
  let stopping = false;
  const rules = { publicUrl: settings.ROLLCALL_URL, trustProxy: settings.TRUST_PROXY, port: settings.PORT };
  const handlePage = pages.getRequestHandler();
  const server = createHttpServer({
    scim: createScimListener({
      handler: scimHandler(),
      rules,
      onError: (error) => log().error({ err: error }, "A SCIM request broke off."),
    }),
    health: (request, response) => void answerHealth(request, response, { db, stopping: () => stopping }),
    pages: (request, response) => {
      settleForwardedHeaders(request, rules);
      void handlePage(request, response);
    },
  });
  if (dev) server.on("upgrade", pages.getUpgradeHandler());
  const code = await setupCode(settings.SETUP_CODE);
  const address = await listen(server, settings.PORT, settings.HOST, (error) =>
    log().error({ err: error }, "The listening socket failed."),
  );
  const origin = settings.ROLLCALL_URL ?? `http://localhost:${address.port}`;
  announce(origin, code);
  const stopJobs = startJobs(db, log());
  const stopMail = startMail(db, settings, log());
  const stopAlerts = settings.SMTP_URL ? startAlerts(db, origin, log()) : null;

  const reason = await Promise.race(
    [stop, started.embedded?.exited.then(() => "PostgreSQL ended")].filter(isPresent),
  );
  say(`Stopping (${reason})`);
  stopping = true;
  await closeHttpServer(server, DRAIN_MS);
  await Promise.all([stopJobs(), stopMail(), stopAlerts?.()]);
  await flushEvents();
  await db.close();
  await started.embedded?.stop();
  say("Stopped");
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** A code for the set-up page while there is no admin; none when the operator chose one. */
async function setupCode(chosen: string | undefined): Promise<string | null> {
  if (!chosen) return issueSetupCode(database());
  await acceptSetupCode(database(), chosen);
  return null;
}

/** The last lines of a start: where it is, and how the first admin gets in while there is none. */
function announce(origin: string, code: string | null): void {
  process.stdout.write(`\n  Rollcall is ready:  ${origin}\n`);
  if (code)
    process.stdout.write(`  Set up the first admin:  ${origin}/setup#code=${code}\n\nsetup_code=${code}\n`);
  process.stdout.write("\n");
}
