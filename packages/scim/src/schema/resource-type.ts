import type { Attribute } from "./attribute.ts";
import { commonAttributes } from "./common.ts";
import { enterpriseUserAttributes } from "./enterprise-user.ts";
import { groupAttributes } from "./group.ts";
import { buildNames, mergeNames, type Names } from "./names.ts";
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER } from "./urns.ts";
import { userAttributes } from "./user.ts";

/** A schema: a URN and the attributes it defines. RFC 7643 §7. */
export interface Schema {
  readonly urn: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

/** A resource type with the schemas it is made of. RFC 7643 §6. */
export interface ResourceType {
  readonly name: "User" | "Group";
  /** Below the base URL: `/Users`. */
  readonly endpoint: "/Users" | "/Groups";
  readonly description: string;
  readonly schema: Schema;
  readonly extensions: readonly Schema[];
  readonly names: Names;
}

const userSchema: Schema = {
  urn: CORE_USER,
  name: "User",
  description: "A person's account.",
  attributes: userAttributes,
};

const enterpriseUserSchema: Schema = {
  urn: ENTERPRISE_USER,
  name: "EnterpriseUser",
  description: "What an organisation knows of a person.",
  attributes: enterpriseUserAttributes,
};

const groupSchema: Schema = {
  urn: CORE_GROUP,
  name: "Group",
  description: "A group of people; it becomes a team.",
  attributes: groupAttributes,
};

export const USER: ResourceType = {
  name: "User",
  endpoint: "/Users",
  description: "A person's account.",
  schema: userSchema,
  extensions: [enterpriseUserSchema],
  names: buildNames(userSchema, [enterpriseUserSchema], commonAttributes),
};

export const GROUP: ResourceType = {
  name: "Group",
  endpoint: "/Groups",
  description: "A group of people; it becomes a team.",
  schema: groupSchema,
  extensions: [],
  names: buildNames(groupSchema, [], commonAttributes),
};

export const RESOURCE_TYPES: readonly ResourceType[] = [USER, GROUP];

export const SCHEMAS: readonly Schema[] = [userSchema, enterpriseUserSchema, groupSchema];

/** The names of all resource types, for a query at the root. */
export const ALL_NAMES: Names = mergeNames(RESOURCE_TYPES);
