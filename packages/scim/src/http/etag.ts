/** The ETag of a version number: `W/"3"`. Weak, because a reply may be projected. RFC 7644 §3.14. */
export function versionTag(version: number): string {
  return `W/"${version}"`;
}

/** Reads If-Match or If-None-Match: the tags as they stand in the header, or `*`. RFC 9110 §13.1. */
export function readTags(header: string | undefined): "*" | readonly string[] | undefined {
  const text = header?.trim();
  if (text === undefined || text === "") return undefined;
  return text === "*" ? "*" : text.split(",").map((tag) => tag.trim());
}

/** Whether one of the tags is that of the version. Weak comparison; quotation marks may be missing. */
export function matchesVersion(tags: "*" | readonly string[], version: number): boolean {
  return tags === "*" || tags.some((tag) => opaque(tag) === String(version));
}

function opaque(tag: string): string {
  const strong = tag.startsWith("W/") || tag.startsWith("w/") ? tag.slice(2) : tag;
  return strong.startsWith('"') && strong.endsWith('"') && strong.length > 1 ? strong.slice(1, -1) : strong;
}
