import { matchesVersion, type Precondition, type ScimError, versionTag } from "@rollcall/scim";

/** Checks If-Match against a version. RFC 7644 §3.14 */
export function versionMismatch({ ifMatch }: Precondition, version: number): ScimError | undefined {
  if (ifMatch === undefined || matchesVersion(ifMatch, version)) return undefined;
  return {
    code: "resource.version_mismatch",
    status: 412,
    detail: `The resource has changed: its version is now ${versionTag(version)}. Read it again and repeat the change on what it is now.`,
  };
}
