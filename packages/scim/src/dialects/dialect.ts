import { clip } from "../errors/clip.ts";
import { invalidSyntax } from "../errors/refusals.ts";
import type { ScimError } from "../errors/scim-error.ts";
import type { Deviation } from "../ports.ts";

/** A departure from the RFC that is known of a client, and accepted by name. */
export interface Dialect {
  /** The stable name, in kebab case. It stands on the request's event. */
  readonly name: string;
  /** The clients that were seen or documented to need it. */
  readonly clients: readonly string[];
  /** What the client sends and what is made of it. */
  readonly what: string;
  /** A public address where the behaviour is shown or described. */
  readonly source: string;
}

/** How many places of one request are told apart. */
const MAX_MET = 100;

/** How much of a name is kept. */
const MAX_WHAT = 200;

/** Collects where a request departs from the RFC, each place once. */
export class Deviations {
  private readonly met: Deviation[] = [];
  private readonly places = new Set<string>();

  /** What was met so far. The same array grows while the request is read. */
  get list(): readonly Deviation[] {
    return this.met;
  }

  /**
   * Notes a dialect. `error` is what strict mode answers; without it the default is 400 `invalidSyntax` with the
   * dialect's description. A dialect that breaks no rule passes `null` and is refused by nobody.
   */
  note(dialect: Dialect, what?: string, error?: ScimError | null): void {
    this.add(dialect.name, what, error === undefined ? strictError(dialect, what) : error);
  }

  /** Notes an attribute that no schema defines. It is dropped; strict mode refuses it. */
  unknownAttribute(name: string): void {
    const detail = `"${name}" is not an attribute of this resource type. Remove it from the mapping.`;
    this.add("unknown_attribute", name, invalidSyntax(detail));
  }

  /** Notes a schema URN that the resource type does not have. It is dropped; strict mode refuses it. */
  unknownSchema(urn: string): void {
    const detail = `"${urn}" is not a schema of this resource type. Remove it from "schemas".`;
    this.add("unknown_schema", urn, invalidSyntax(detail));
  }

  private add(dialect: string, what: string | undefined, error: ScimError | null): void {
    const place = what === undefined ? dialect : `${dialect} ${clip(what, MAX_WHAT)}`;
    if (this.met.length >= MAX_MET || this.places.has(place)) return;
    this.places.add(place);
    this.met.push({
      dialect,
      ...(what !== undefined && { what: clip(what, MAX_WHAT) }),
      ...(error && { error }),
    });
  }
}

function strictError(dialect: Dialect, what: string | undefined): ScimError {
  const place = what === undefined ? "" : ` at "${what}"`;
  return invalidSyntax(
    `Strict mode accepts no dialects; this request uses "${dialect.name}"${place}: ${dialect.what}`,
  );
}
