/** The text at a path into parsed JSON, for the sign-in page: a library of schemas would weigh more than the page. */
export function textAt(json: unknown, ...path: readonly string[]): string | undefined {
  let at = json;
  for (const name of path) at = typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined;
  return typeof at === "string" ? at : undefined;
}
