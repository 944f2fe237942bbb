import type { ScimError } from "../errors/scim-error.ts";
import type { Precondition } from "../ports.ts";
import { matchesVersion, versionTag } from "./etag.ts";

/**
 * Whether a resource is at a version that a write may change.
 * @returns 412 when it is not. RFC 7644 §3.14, RFC 9110 §13.1
 */
export function unmetCondition(
  { ifMatch, ifNoneMatch }: Precondition,
  version: number,
): ScimError | undefined {
  const tag = versionTag(version);
  if (ifMatch !== undefined && !matchesVersion(ifMatch, version)) {
    return mismatch(
      `The resource has changed: its version is now ${tag}. Read it again and repeat the change on what it is now.`,
    );
  }
  if (ifNoneMatch !== undefined && matchesVersion(ifNoneMatch, version)) {
    return mismatch(
      `If-None-Match rules out the version that the resource has: ${tag}. Nothing was changed.`,
    );
  }
  return undefined;
}

function mismatch(detail: string): ScimError {
  return { code: "resource.version_mismatch", status: 412, detail };
}
