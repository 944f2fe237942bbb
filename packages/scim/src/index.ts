export type * from "./errors/scim-error.ts";
export type * from "./filter/ast.ts";
export type * from "./json.ts";
export type * from "./ports.ts";
