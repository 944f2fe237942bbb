import { z } from "zod";

/** What samples are made of. */
export interface Matter {
  /** Stands wherever an id is taken. */
  readonly id: string;
  /** Stands wherever any text is taken. */
  readonly text: string;
}

const Json: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(Json).optional(),
    oneOf: z.array(Json).optional(),
    items: Json.optional(),
    properties: z.record(z.string(), Json).optional(),
    required: z.array(z.string()).optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
  }),
);

/** The part of JSON Schema that zod writes for what the console takes. */
interface JsonSchema {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly items?: JsonSchema | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
}

/**
 * Values that a schema accepts: for each alternative at its top one with every field, one with each optional field alone,
 * and one with none. An id stands in every place that takes one.
 */
export function samplesOf(schema: z.ZodType, matter: Matter): unknown[] {
  const json = Json.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  const samples = (json.anyOf ?? json.oneOf ?? [json]).flatMap((each) => variants(each, matter));
  return samples.map((each) => (isRecord(each) ? withFlags(schema, each) : each));
}

/** Text that stands for yes or no (`?desc=true`) is mere text in JSON Schema. */
function withFlags(schema: z.ZodType, value: Record<string, unknown>): Record<string, unknown> {
  const wrong = schema.safeParse(value).error?.issues.map((issue) => String(issue.path[0])) ?? [];
  return { ...value, ...Object.fromEntries(wrong.map((name) => [name, "true"])) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function variants(json: JsonSchema, matter: Matter): unknown[] {
  if (json.properties === undefined) return [sample(json, matter)];
  const required = json.required ?? [];
  const names = Object.keys(json.properties);
  const optional = names.filter((name) => !required.includes(name));
  return [names, required, ...optional.map((name) => [...required, name])].map((chosen) =>
    objectOf(json, chosen, matter),
  );
}

function objectOf(json: JsonSchema, names: readonly string[], matter: Matter): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, sample(json.properties?.[name] ?? {}, matter)]));
}

function sample(json: JsonSchema, matter: Matter): unknown {
  if (json.const !== undefined) return json.const;
  if (json.enum !== undefined) return json.enum[0];
  const choice = (json.anyOf ?? json.oneOf)?.find(({ type }) => type !== "null");
  if (choice !== undefined) return sample(choice, matter);
  switch (json.type) {
    case "object":
      return objectOf(json, Object.keys(json.properties ?? {}), matter);
    case "array":
      return [sample(json.items ?? {}, matter)];
    case "boolean":
      return true;
    case "integer":
    case "number":
      return Math.max(json.minimum ?? 1, 1);
    default:
      return text(json, matter);
  }
}

function text({ format, pattern, minLength = 0, maxLength = 1000 }: JsonSchema, matter: Matter): string {
  if (format === "uuid") return matter.id;
  if (format === "date-time") return new Date().toISOString();
  if (format === "uri") return `https://${matter.text}.invalid`;
  if (format === "email") return `new@${matter.text}.test`;
  const fits = (candidate: string) => pattern === undefined || new RegExp(pattern).test(candidate);
  const found = [matter.text, `${matter.text}.${matter.text}`, matter.id].find(fits);
  if (found === undefined) throw new Error(`No text at hand matches ${pattern}.`);
  return found.padEnd(minLength, "x").slice(0, maxLength);
}
