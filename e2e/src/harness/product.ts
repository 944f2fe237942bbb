import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createOwnDatabase, type OwnDatabase } from "./database.ts";
import { freePort } from "./port.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const STARTS_WITHIN_MS = 60_000;

export interface ProductOptions {
  /** `embedded`: the PostgreSQL that the product starts itself. A database: shared with another product, its replica. */
  readonly database?: OwnDatabase | "embedded";
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** The built product in a process of its own, with a database of its own. */
export interface Product {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  readonly database: OwnDatabase | undefined;
  /** Everything that it printed. */
  output(): string;
  /** Reads no more of what it prints, as a terminal that goes. */
  closeOutput(): void;
  /** The set-up link with its one-time code. @throws when none was printed */
  setupLink(): string;
  /** The code in that link. */
  setupCode(): string;
  /** SIGTERM, as an orchestrator stops it. */
  stop(): Promise<void>;
  /** SIGKILL: no time for anything. */
  kill(): Promise<void>;
  /** Stops it and removes its database and its folder. */
  dispose(): Promise<void>;
}

/** Starts the product as `npm start` does and waits until it answers. Nothing is installed or built when all is up to date. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const database =
    options.database === "embedded" ? undefined : (options.database ?? (await createOwnDatabase()));
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "rollcall-e2e-")));
  const port = options.port ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      ROLLCALL_DATA_DIR: dataDir,
      ...(database ? { DATABASE_URL: database.url } : {}),
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => printed.push(String(chunk)));
  const output = () => printed.join("");
  await answers(`${origin}/api/health`, child, output);

  const stop = () => end(child, "SIGTERM");
  const setupLink = () => {
    const link = /https?:\/\/\S+\/setup\S*/.exec(output())?.[0];
    if (!link) throw new Error(`No set-up link was printed:\n${output()}`);
    return link;
  };
  return {
    origin,
    port,
    dataDir,
    database,
    output,
    closeOutput: () => [child.stdout, child.stderr].forEach((stream) => void stream.destroy()),
    setupLink,
    setupCode: () => /code=([^&\s]+)/.exec(setupLink())?.[1] ?? "",
    stop,
    kill: () => end(child, "SIGKILL"),
    async dispose() {
      await stop();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode}:\n${output()}`);
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The product did not answer in time:\n${output()}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
