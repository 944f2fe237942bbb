import type { AttributeType } from "@rollcall/scim";

/** One value, as SQL, that a filter compares: null where the attribute is unassigned. */
export interface Operand {
  readonly sql: string;
  readonly kind: "text" | "id" | "number" | "boolean" | "date";
  readonly caseExact: boolean;
  /** Whether the SQL gives the value's match key already, so that an index on the key serves. */
  readonly folded?: boolean;
}

/** The part of an attribute that an operand is made of. */
export interface PartRef {
  readonly name: string;
  readonly type: AttributeType;
  readonly caseExact: boolean;
}

/** Where the values of an attribute come from. */
export interface Source {
  /** For an attribute with several values: a FROM item and WHERE clause that yield one row for each. */
  readonly rows?: string;
  /** An ORDER BY that puts the preferred value first. */
  readonly preferred?: string;
  /** The value itself, or its sub-attribute. */
  operand(sub: PartRef | undefined): Operand;
  /** SQL: whether the attribute, of one value, is assigned. */
  readonly assigned: string;
  /** SQL for `sub eq value` that an index serves; absent when there is none. */
  indexed?(sub: string, placeholder: (value: string) => string, value: string): string | undefined;
}

const DATE = "'^\\d{4}-\\d{2}-\\d{2}T'";

/** The operand of a value inside `jsonb`. */
export function jsonOperand(json: string, part: PartRef): Operand {
  const text = `(${json} #>> '{}')`;
  const { caseExact } = part;
  switch (part.type) {
    case "boolean":
      return {
        kind: "boolean",
        caseExact,
        sql: `(CASE WHEN jsonb_typeof(${json}) = 'boolean' THEN ${text}::boolean END)`,
      };
    case "integer":
    case "decimal":
      return {
        kind: "number",
        caseExact,
        sql: `(CASE WHEN jsonb_typeof(${json}) = 'number' THEN ${text}::numeric END)`,
      };
    case "dateTime":
      return { kind: "date", caseExact, sql: `(CASE WHEN ${text} ~ ${DATE} THEN ${text}::timestamptz END)` };
    default:
      return { kind: "text", caseExact, sql: text };
  }
}

/** A constant of SQL text. Only for names that stand in a schema. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
