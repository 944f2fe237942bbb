import { text } from "node:stream/consumers";
import { type Command, CommandError, OPERATOR, runCommand } from "./src/cli/command.ts";
import { COMMANDS } from "./src/cli/commands.ts";
import { withDatabase } from "./src/cli/with-database.ts";
import { parseEnv } from "./src/server/env.ts";

function help(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`);
  return `npm run rollcall -- <command> [options]

${lines.join("\n")}
  simulate           Play an identity provider against a SCIM endpoint

Add --help to a command for its options. It works on DATABASE_URL, or on the embedded PostgreSQL, with or without a
running server. Results go to standard output; with npm run --silent nothing else does.
`;
}

/** Runs one command; what goes wrong is told in a line on standard error. @returns the exit code */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  if (argv[0] === "simulate") {
    const { main: simulate } = await import("@rollcall/idp-simulator/cli");
    return simulate(argv.slice(1), (line) => process.stdout.write(line));
  }
  const command = COMMANDS.find(({ name }) => name === argv.slice(0, name.split(" ").length).join(" "));
  if (!command) {
    const asked = argv.length > 0 && !["--help", "-h", "help"].includes(argv[0] ?? "");
    if (asked) process.stderr.write(`There is no command "${argv.join(" ")}".\n\n`);
    (asked ? process.stderr : process.stdout).write(help());
    return asked ? 1 : 0;
  }
  return execute(command, argv.slice(command.name.split(" ").length));
}

async function execute(command: Command, argv: readonly string[]): Promise<number> {
  if (argv.includes("--help")) {
    process.stdout.write(`${command.summary}.\n\n  npm run rollcall -- ${command.name} ${command.usage}\n`);
    return 0;
  }
  try {
    const env = parseEnv(process.env);
    await runCommand(command, OPERATOR, argv, (work) =>
      withDatabase(env, (db) =>
        work({
          db,
          origin: env.ROLLCALL_URL ?? `http://localhost:${env.PORT}`,
          print: (line) => void process.stdout.write(`${line}\n`),
          readStdin: () => text(process.stdin),
        }),
      ),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\nOptions: ${command.usage || "none"}\n`);
    return 1;
  }
}
