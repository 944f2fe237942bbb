import type { Parameters } from "../../sql/parameters.ts";
import { jsonOperand, literal, type Operand, type PartRef, type Source } from "./operand.ts";

/** What compiling one filter or sort needs: the row it looks at, and where values and aliases come from. */
export interface Scope {
  /** Alias of the resource's row in the surrounding statement. */
  readonly row: string;
  readonly parameters: Parameters;
  /** Absolute base URL of the tenant's endpoint: `$ref` and `meta.location` begin with it. */
  readonly baseUrl: string;
  /** A table alias that nothing else uses. */
  alias(): string;
}

/** SQL that gives a text. @param caseExact RFC 7643 §2.2 */
export function text(sql: string, caseExact: boolean): Operand {
  return { kind: "text", sql, caseExact };
}

/** An attribute of one value. */
export function one(operand: Operand): Source {
  return { operand: () => operand, assigned: `${operand.sql} IS NOT NULL` };
}

/** An attribute that no resource of this type has. */
export const UNASSIGNED: Source = one(text("NULL::text", true));

/** `meta`, computed as it is shown. RFC 7643 §3.1 */
export function metaSource(scope: Scope, resourceType: "User" | "Group"): Source {
  const { row } = scope;
  return {
    assigned: "true",
    operand(sub) {
      switch (sub?.name) {
        case "created":
          return { kind: "date", caseExact: true, sql: `${row}."createdAt"` };
        case "lastModified":
          return { kind: "date", caseExact: true, sql: `${row}."updatedAt"` };
        case "version":
          return text(`('W/"' || ${row}.version || '"')`, true);
        case "location":
          return text(locationSql(scope, `/${resourceType}s/`, `${row}.id`), true);
        default:
          return text(literal(resourceType), true);
      }
    },
  };
}

/** The address of a resource, as SQL. */
export function locationSql(scope: Scope, folder: string, id: string): string {
  return `(${scope.parameters.add(scope.baseUrl)}::text || ${literal(folder)} || ${id}::text)`;
}

/** `schemas`: the core URN, and the extension's where it has content. */
export function schemasSource(scope: Scope, urns: readonly string[]): Source {
  const alias = scope.alias();
  return {
    rows: `unnest(ARRAY[${urns.join(", ")}]::text[]) ${alias}(urn) WHERE ${alias}.urn IS NOT NULL`,
    operand: () => text(`${alias}.urn`, false),
    assigned: "true",
  };
}

/** A multi-valued attribute kept as a JSON array. */
export function jsonArraySource(scope: Scope, array: string): Source {
  const alias = scope.alias();
  return {
    rows: `jsonb_path_query(${array}, 'lax $[*]') WITH ORDINALITY ${alias}(v, n) WHERE true`,
    preferred: `CASE WHEN ${alias}.v -> 'primary' = 'true' THEN 0 ELSE 1 END, ${alias}.n`,
    operand: (sub) => jsonOperand(sub ? `(${alias}.v -> ${literal(sub.name)})` : `${alias}.v`, sub ?? ANY),
    assigned: `${array} IS NOT NULL`,
  };
}

/** A single value kept as JSON: an object when it has sub-attributes. */
export function jsonValueSource(json: string, whole: PartRef): Source {
  return {
    operand: (sub) =>
      sub ? jsonOperand(`(${json} -> ${literal(sub.name)})`, sub) : jsonOperand(json, whole),
    assigned: `${json} IS NOT NULL`,
  };
}

const ANY: PartRef = { name: "value", type: "string", caseExact: false };
