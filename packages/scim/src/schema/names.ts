import type { Dialect } from "../dialects/dialect.ts";
import { emailAttribute } from "../dialects/email-attribute.ts";
import { LEGACY_URNS, legacyUrns } from "../dialects/legacy-urns.ts";
import { unqualifiedExtension } from "../dialects/unqualified-extension.ts";
import { urnDot } from "../dialects/urn-dot.ts";
import type { AttributeRef } from "../filter/ast.ts";
import type { Attribute } from "./attribute.ts";
import type { ResourceType } from "./resource-type.ts";

/** An attribute that a name was found to mean. */
export interface NamedAttribute {
  readonly ref: AttributeRef;
  /** The URN of the extension that the attribute belongs to; absent for core and common attributes. */
  readonly extension?: string;
  readonly attribute: Attribute;
  readonly sub?: Attribute;
  /** The dialect that spells the name like this; absent when the spelling is the RFC's. */
  readonly dialect?: Dialect;
}

/** A schema as far as names go. */
export interface NamingSchema {
  readonly urn: string;
  readonly attributes: readonly Attribute[];
}

/** Every name that a filter, a path, a sort or a projection may use, lower-cased. RFC 7644 §3.10. */
export type Names = ReadonlyMap<string, NamedAttribute>;

/** Builds the table of names of a resource type once, so that resolving one is a single look-up. */
export function buildNames(
  core: NamingSchema,
  extensions: readonly NamingSchema[],
  common: readonly Attribute[],
): Names {
  const names = new Map<string, NamedAttribute>();
  const put = (name: string, named: NamedAttribute) => {
    const key = name.toLowerCase();
    if (!names.has(key)) names.set(key, named);
  };
  for (const attribute of [...common, ...core.attributes]) {
    for (const named of withSubAttributes(attribute)) {
      put(localName(named), named);
      putQualified(put, core.urn, named);
    }
  }
  for (const extension of extensions) {
    for (const attribute of extension.attributes) {
      for (const named of withSubAttributes(attribute, extension.urn)) {
        putQualified(put, extension.urn, named);
        put(localName(named), { ...named, dialect: unqualifiedExtension });
      }
    }
  }
  const emailValue = names.get("emails.value");
  if (emailValue) put("email", { ...emailValue, dialect: emailAttribute });
  return names;
}

/**
 * Names of several resource types together, for a query at the root. What several types know means each one's own
 * attribute, as the first has it; what one knows, such as a name with its schema's URN, means that of this type alone.
 * RFC 7644 §3.4.2.1.
 */
export function mergeNames(all: readonly ResourceType[]): Names {
  const merged = new Map<string, NamedAttribute>();
  for (const { name: resourceType, names } of all) {
    for (const [name, named] of names) {
      if (merged.has(name)) continue;
      const isShared = all.every((type) => type.names.has(name));
      merged.set(name, isShared ? named : { ...named, ref: { ...named.ref, resourceType } });
    }
  }
  return merged;
}

/** Finds what a name means, whatever its case. */
export function resolveName(names: Names, name: string): NamedAttribute | undefined {
  return names.get(name) ?? names.get(name.toLowerCase());
}

/** The names of an element's own sub-attributes, for the filter inside `[…]`. */
export function elementNames(attribute: Attribute): Names {
  const known = elementTables.get(attribute);
  if (known) return known;
  const subs = attribute.subAttributes.map((sub): [string, NamedAttribute] => [
    sub.name.toLowerCase(),
    { ref: refOf(sub), attribute: sub },
  ]);
  const names: Names = new Map(subs);
  elementTables.set(attribute, names);
  return names;
}

const elementTables = new WeakMap<Attribute, Names>();

/** The schema's own spelling of a name, without its extension's URN: `name.familyName`. */
export function localName(named: Pick<NamedAttribute, "attribute" | "sub">): string {
  return named.sub ? `${named.attribute.name}.${named.sub.name}` : named.attribute.name;
}

function putQualified(
  put: (name: string, named: NamedAttribute) => void,
  urn: string,
  named: NamedAttribute,
): void {
  const name = localName(named);
  put(`${urn}:${name}`, named);
  put(`${urn}.${name}`, { ...named, dialect: urnDot });
  for (const legacy of LEGACY_URNS[urn] ?? []) put(`${legacy}:${name}`, { ...named, dialect: legacyUrns });
}

function withSubAttributes(attribute: Attribute, extension?: string): NamedAttribute[] {
  const owner = extension === undefined ? {} : { extension };
  const whole: NamedAttribute = { ...owner, attribute, ref: { ...owner, ...refOf(attribute) } };
  const parts = attribute.subAttributes.map(
    (sub): NamedAttribute => ({ ...owner, attribute, sub, ref: { ...whole.ref, sub: refOf(sub) } }),
  );
  return [whole, ...parts];
}

function refOf(attribute: Attribute) {
  const { name, type, multiValued, caseExact } = attribute;
  return { name, type, multiValued, caseExact };
}
