/** Media types of replies: `auto` follows Accept and Content-Type of the request. */
export const MEDIA_TYPES = ["auto", "application/scim+json", "application/json"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Identity providers whose labels the console can speak. */
export const PROVIDERS = ["onelogin", "okta", "entra", "jumpcloud", "ping", "generic"] as const;
export type ProviderSetting = (typeof PROVIDERS)[number];

/** Days that Activity may be kept. */
export const RETENTION_DAYS = [7, 14, 30, 60, 90, 180, 365] as const;

/** The kinds of change that the console tells apart when it says what was ever seen. */
export const OPERATION_KINDS = [
  "create",
  "update",
  "deactivate",
  "reactivate",
  "delete",
  "groups_value",
  "group_push",
  "group_delete",
] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** Longest name of an organisation. */
export const TENANT_NAME_MAX = 80;
