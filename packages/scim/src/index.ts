export { Deviations, type Dialect } from "./dialects/dialect.ts";
export { MAX_BULK_OPERATIONS } from "./discovery/service-provider-config.ts";
export * from "./errors/refusals.ts";
export type * from "./errors/scim-error.ts";
export type * from "./filter/ast.ts";
export { compareCodePoints, foldCase, foldUserName, matches } from "./filter/evaluate.ts";
export { FILTER_LIMITS } from "./filter/limits.ts";
export { parseFilter } from "./filter/parser.ts";
export { printFilter, printName } from "./filter/print.ts";
export { type ScimRoute, scimRoutes } from "./handler/endpoints.ts";
export { type Mount, toFetch } from "./handler/fetch.ts";
export { createScimHandler } from "./handler/handler.ts";
export { unmetCondition } from "./http/precondition.ts";
export {
  bodyLimit,
  MAX_BODY_BYTES,
  MAX_BULK_BYTES,
  type ScimHandler,
  type ScimHandlerOptions,
  type ScimReply,
  type ScimRequest,
} from "./http/request.ts";
export type * from "./json.ts";
export { isJsonArray, isJsonObject, jsonEqual } from "./json.ts";
export type * from "./ports.ts";
export { CURSOR_TIMEOUT, PAGE_SIZE } from "./query/limits.ts";
export type { Attribute } from "./schema/attribute.ts";
export { type NamedAttribute, type Names, resolveName } from "./schema/names.ts";
export {
  ALL_NAMES,
  GROUP,
  RESOURCE_TYPES,
  type ResourceType,
  SCHEMAS,
  type Schema,
  USER,
} from "./schema/resource-type.ts";
export * from "./schema/urns.ts";
