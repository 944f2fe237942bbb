import { ENTERPRISE } from "../wire/urn.ts";

export type Flavour = "legacy" | "aadOptscim062020";

/** Attribute values by SCIM path, as Entra's mapping names them. */
export type Profile = Readonly<Record<string, string | boolean | undefined>>;

/**
 * The operations that lead from one profile to another. Legacy: one capitalised operation with a path for each value,
 * booleans as `"False"`. With the flag: paths that hold a filter keep theirs, everything else goes into one replace
 * without a path, keys dotted and qualified by URN.
 */
export function patchOperations(flavour: Flavour, before: Profile, after: Profile): readonly object[] {
  const changed = Object.entries(after).filter(
    ([path, value]) => value !== undefined && before[path] !== value,
  );
  if (flavour === "legacy") {
    return changed.map(([path, value]) => ({
      op: before[path] === undefined ? "Add" : "Replace",
      path,
      value: typeof value === "boolean" ? (value ? "True" : "False") : value,
    }));
  }
  const filtered = changed.filter(([path]) => path.includes("["));
  const plain = changed.filter(([path]) => !path.includes("["));
  return [
    ...filtered.map(([path, value]) => ({ op: "replace", path, value })),
    ...(plain.length === 0 ? [] : [{ op: "replace", value: Object.fromEntries(plain) }]),
  ];
}

/** Sets the manager, or removes it when there is no id. Legacy wraps the reference into an array. */
export function managerOperation(flavour: Flavour, managerId: string | undefined): object {
  const path = `${ENTERPRISE}:manager`;
  const legacy = flavour === "legacy";
  if (managerId === undefined) return { op: legacy ? "Remove" : "remove", path };
  return legacy
    ? { op: "Add", path, value: [{ $ref: null, value: managerId }] }
    : { op: "replace", path, value: managerId };
}

/** Members in and out. Legacy removes by value array, with the flag by a filter in the path. */
export function memberOperations(
  flavour: Flavour,
  op: "add" | "remove",
  ids: readonly string[],
): readonly object[] {
  if (flavour === "legacy") {
    const value = ids.map((id) => ({ $ref: null, value: id }));
    return [{ op: op === "add" ? "Add" : "Remove", path: "members", value }];
  }
  if (op === "add") return [{ op, path: "members", value: ids.map((id) => ({ value: id })) }];
  return ids.map((id) => ({ op, path: `members[value eq "${id}"]` }));
}
