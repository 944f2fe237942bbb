import { parseArgs } from "node:util";
import type { Database } from "@rollcall/db";
import { type Permission, permits, type Role } from "../server/permissions.ts";

/** What a command may use. */
export interface CommandContext {
  readonly db: Database;
  /** Who acts, for the audit log. */
  readonly actor: Principal;
  /** Address under which people and identity providers reach this deployment. */
  readonly origin: string;
  /** Writes a line of the result to standard output. */
  readonly print: (line: string) => void;
  readonly readStdin: () => Promise<string>;
}

/** Who runs a command: somebody with a role, as the console knows them. */
export interface Principal {
  /** null: no person of a tenant. */
  readonly id: null;
  readonly name: string;
  readonly role: Role;
}

/** Whoever may start a process on the machine with the database's address. */
export const OPERATOR: Principal = { id: null, name: "Command line", role: "operator" };

/** One command of `npm run rollcall --`. */
export interface Command {
  /** Words that call it: `token regenerate`. */
  readonly name: string;
  readonly summary: string;
  /** Its options as they are typed. */
  readonly usage: string;
  /** Asked for in the table that the console asks too, before the database is opened. */
  readonly permission: Permission;
  /** @throws CommandError when it cannot be done */
  readonly run: (options: Options, context: CommandContext) => Promise<void>;
}

/** Told to the operator as it is, on standard error, with exit code 1. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** Options of the form `--name value` and switches of the form `--name`. */
export class Options {
  readonly #values: Readonly<Record<string, string | boolean | undefined>>;

  private constructor(values: Readonly<Record<string, string | boolean | undefined>>) {
    this.#values = values;
  }

  /** Reads what a command's usage names; anything else is refused. */
  static parse(usage: string, argv: readonly string[]): Options {
    const options: Record<string, { type: "string" | "boolean" }> = {};
    for (const [, name = "", value] of usage.matchAll(/--([a-z0-9-]+)( <)?/g)) {
      options[name] = { type: value ? "string" : "boolean" };
    }
    try {
      return new Options(parseArgs({ args: [...argv], options, strict: true }).values);
    } catch (error) {
      throw new CommandError(error instanceof Error ? error.message : String(error));
    }
  }

  required(name: string): string {
    const value = this.optional(name);
    if (!value) throw new CommandError(`--${name} is missing.`);
    return value;
  }

  optional(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  has(name: string): boolean {
    return this.#values[name] === true;
  }
}

/** A password from standard input, where neither the process list nor the shell's history shows it. */
export async function passwordFrom(options: Options, context: CommandContext): Promise<string> {
  if (!options.has("password-stdin")) {
    throw new CommandError("Give the password on standard input and add --password-stdin.");
  }
  const password = (await context.readStdin()).replace(/\r?\n$/, "");
  if (!password) throw new CommandError("Standard input held no password.");
  return password;
}

/**
 * Runs a command for somebody, if their role holds what it asks for.
 *
 * @param open opens what the command works with, and closes it afterwards
 * @throws CommandError when the role does not, an option is wrong, or it cannot be done
 */
export function runCommand(
  command: Command,
  actor: Principal,
  argv: readonly string[],
  open: (work: (context: Omit<CommandContext, "actor">) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (!permits(actor.role, command.permission)) {
    throw new CommandError(`The role ${actor.role} does not hold ${command.permission}.`);
  }
  const options = Options.parse(command.usage, argv);
  return open((context) => command.run(options, { ...context, actor }));
}
