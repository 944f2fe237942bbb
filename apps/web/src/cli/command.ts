import { parseArgs } from "node:util";
import type { Database } from "@rollcall/db";

/** What a command may use. */
export interface CommandContext {
  readonly db: Database;
  /** Address under which people and identity providers reach this deployment. */
  readonly origin: string;
  /** Writes a line of the result to standard output. */
  readonly print: (line: string) => void;
  readonly readStdin: () => Promise<string>;
}

/** One command of `npm run rollcall --`. */
export interface Command {
  /** Words that call it: `token regenerate`. */
  readonly name: string;
  readonly summary: string;
  /** Its options as they are typed. */
  readonly usage: string;
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

export const OPERATOR = { id: null, name: "Command line" } as const;
