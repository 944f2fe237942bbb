/**
 * Attributes by the paths that requests call them: complex ones one level deep, `name.middleName`, and those of an
 * extension under its URN.
 */
export function attributePaths(attributes: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(attributes).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [[name, value]];
    const separator = name.startsWith("urn:") ? ":" : ".";
    return Object.entries(value).map(([part, each]) => [`${name}${separator}${part}`, each]);
  });
}
