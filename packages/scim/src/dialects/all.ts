import { aadFlag } from "./aad-flag.ts";
import { arrayForSingle } from "./array-for-single.ts";
import { bareComplex } from "./bare-complex.ts";
import { bareElement } from "./bare-element.ts";
import { bareMember } from "./bare-member.ts";
import { blankAsUnassigned } from "./blank-as-unassigned.ts";
import { capitalisedOp } from "./capitalised-op.ts";
import { createOnReplace } from "./create-on-replace.ts";
import type { Dialect } from "./dialect.ts";
import { dottedKeys } from "./dotted-keys.ts";
import { emailAttribute } from "./email-attribute.ts";
import { emptyOperations } from "./empty-operations.ts";
import { groupsAsText } from "./groups-as-text.ts";
import { groupsInUser } from "./groups-in-user.ts";
import { legacyUrns } from "./legacy-urns.ts";
import { looseSlashes } from "./loose-slashes.ts";
import { managerId } from "./manager-id.ts";
import { microsoftGroupUrn } from "./microsoft-group-urn.ts";
import { missingSchemas } from "./missing-schemas.ts";
import { plusInAddress } from "./plus-in-address.ts";
import { queryTail } from "./query-tail.ts";
import { readOnlyInPatch } from "./read-only-in-patch.ts";
import { singleAsArrayItem } from "./single-as-array-item.ts";
import { stringBoolean } from "./string-boolean.ts";
import { stringNumber } from "./string-number.ts";
import { unqualifiedExtension } from "./unqualified-extension.ts";
import { unquotedValue } from "./unquoted-value.ts";
import { urnDot } from "./urn-dot.ts";
import { valueArrayRemove } from "./value-array-remove.ts";
import { valuePathComparison } from "./value-path-comparison.ts";

/** Every dialect that is accepted, in the order in which a request meets them: path and query, filter, body, PATCH. */
export const DIALECTS: readonly Dialect[] = [
  looseSlashes,
  queryTail,
  aadFlag,
  plusInAddress,
  stringNumber,
  emailAttribute,
  unquotedValue,
  valuePathComparison,
  unqualifiedExtension,
  urnDot,
  legacyUrns,
  microsoftGroupUrn,
  missingSchemas,
  stringBoolean,
  blankAsUnassigned,
  singleAsArrayItem,
  bareElement,
  arrayForSingle,
  bareComplex,
  managerId,
  groupsInUser,
  groupsAsText,
  capitalisedOp,
  emptyOperations,
  dottedKeys,
  readOnlyInPatch,
  createOnReplace,
  valueArrayRemove,
  bareMember,
];
