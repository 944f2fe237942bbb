import fc from "fast-check";
import type { AttributeRef, CompareOperator, Filter, JsonObject, JsonValue, Names } from "../../src/index.ts";
import { USER } from "../../src/index.ts";

/** How many inputs each property is tried with. `PROPERTY_RUNS` raises it. */
export const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

const WORDS = ["ann", "Ann", "ANN@x.io", "ann+b@x.io", "", "é", "😀", '"\\', "work", "home", "zz"];
const text = fc
  .oneof(fc.constantFrom(...WORDS), fc.string({ unit: "grapheme", maxLength: 6 }))
  .filter(isPlain);
const date = fc
  .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString());

const ORDER: readonly CompareOperator[] = ["eq", "ne", "gt", "ge", "lt", "le"];
const TEXT: readonly CompareOperator[] = [...ORDER, "co", "sw", "ew"];

/** Text that JSON and a database can hold. */
function isPlain(candidate: string): boolean {
  return !candidate.includes("\0") && !/\p{Surrogate}/u.test(candidate);
}

function comparison(attribute: AttributeRef): fc.Arbitrary<Filter> {
  const { type } = attribute.sub ?? attribute;
  const compare = (operators: readonly CompareOperator[], value: fc.Arbitrary<string | boolean>) =>
    fc.record({
      kind: fc.constant("compare"),
      attribute: fc.constant(attribute),
      operator: fc.constantFrom(...operators),
      value,
    });
  const withNull = fc.record({
    kind: fc.constant("compare"),
    attribute: fc.constant(attribute),
    operator: fc.constantFrom<CompareOperator>("eq", "ne"),
    value: fc.constant(null),
  });
  const present = fc.constant<Filter>({ kind: "present", attribute });
  if (type === "boolean") return fc.oneof(compare(["eq", "ne"], fc.boolean()), withNull, present);
  if (type === "dateTime") return fc.oneof(compare(ORDER, date), withNull, present);
  if (type === "binary") return fc.oneof(compare(["eq", "ne", "co"], text), withNull, present);
  return fc.oneof({ arbitrary: compare(TEXT, text), weight: 5 }, withNull, present);
}

function comparable(names: Names): readonly AttributeRef[] {
  const refs = [...names.values()].filter(
    ({ dialect, attribute }) => !dialect && attribute.returned !== "never",
  );
  return [...new Set(refs.filter(({ ref }) => (ref.sub ?? ref).type !== "complex").map(({ ref }) => ref))];
}

const emailElement = fc.constantFrom("value", "type", "display").map((name): AttributeRef => {
  return { name, type: "string", multiValued: false, caseExact: false };
});

const element: fc.Arbitrary<Filter> = fc
  .array(emailElement.chain(comparison), { minLength: 1, maxLength: 3 })
  .chain((terms) => {
    const emails = USER.names.get("emails")?.ref;
    const [first] = terms;
    if (!emails || !first) throw new Error("emails has no name");
    const filter: Filter = terms.length === 1 ? first : { kind: "and", terms };
    return fc.constant<Filter>({ kind: "element", attribute: emails, filter });
  });

/** Filters over users, up to a few levels deep. */
export const userFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constantFrom(...comparable(USER.names)).chain(comparison),
    element,
    fc.record({ kind: fc.constant("not"), term: tie("filter") }),
    fc.record({
      kind: fc.constantFrom("and", "or"),
      terms: fc.array(tie("filter"), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).filter;

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const assigned = text.filter((value) => value.trim() !== "");

/** Users in canonical form. */
export const userResource: fc.Arbitrary<JsonObject> = fc
  .record({
    userName: assigned,
    title: some(assigned),
    active: fc.boolean(),
    name: some(fc.record({ givenName: assigned, familyName: assigned })),
    emails: some(
      fc.uniqueArray(fc.record({ value: assigned, type: fc.constantFrom("work", "home", "other") }), {
        selector: ({ value, type }) => `${type} ${value}`,
        minLength: 1,
        maxLength: 3,
      }),
    ),
  })
  .map((user): JsonObject => {
    const members = Object.entries(user).flatMap(([key, value]): [string, JsonValue][] => {
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(members);
  });
