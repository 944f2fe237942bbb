import { fullName, type Person } from "../people/person.ts";

/**
 * Which SCIM JSON template the OneLogin admin left in the app.
 * - `enterprise`: SCIM v2 Enterprise as captured in 2024: URNs without `ietf:params`, `emails` as one object
 * - `enterprise-v1`: the template of OneLogin's developer guide, with the 1.0 URNs
 * - `core`: user name and name only; the address is the user name
 * - `ietf`: a tidy template with the registered URNs
 * - `hostile`: everything at once: strings for booleans, nulls, blanks, sub-attributes that no schema has
 *
 * @see https://developers.onelogin.com/scim/define-user-schema
 * @see https://github.com/goauthentik/authentik/issues/11249
 */
export type TemplateName = "enterprise" | "enterprise-v1" | "core" | "ietf" | "hostile";

/** A user body as the template renders it. Macros without a value become empty text. */
export type UserBody = Record<string, unknown>;

type Template = (person: Person, active: boolean) => UserBody;

const TEMPLATES: Readonly<Record<TemplateName, Template>> = {
  enterprise: (person, active) => enterprise(person, active, "2.0"),
  "enterprise-v1": (person, active) => enterprise(person, active, "1.0"),
  core: (person, active) => ({
    schemas: ["urn:scim:schemas:core:1.0"],
    userName: person.userName,
    name: { givenName: person.givenName, familyName: person.familyName, formatted: fullName(person) },
    active,
  }),
  ietf: (person, active) => ({
    userName: person.userName,
    name: { givenName: person.givenName, familyName: person.familyName },
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    emails: person.email === undefined ? [] : [{ primary: true, type: "work", value: person.email }],
    active,
  }),
  hostile: (person, active) => ({
    schemas: ["urn:scim:schemas:core:2.0", "urn:scim:schemas:extension:enterprise:2.0"],
    id: null,
    meta: { resourceType: "User" },
    userName: person.userName,
    active: String(active),
    displayName: fullName(person),
    title: "",
    name: { givenName: person.givenName, familyName: ` ${person.familyName}`, formatted: fullName(person) },
    emails: { value: person.email ?? "", type: "work", primary: true },
    "urn:scim:schemas:extension:enterprise:2.0": {
      department: person.department ?? "",
      manager: { managerId: "", displayName: " " },
    },
  }),
};

/** Renders a person. `groups` is put in when the Groups parameter is included in user provisioning. */
export function renderUser(
  template: TemplateName,
  person: Person,
  state: { readonly active: boolean; readonly groups?: readonly string[] | undefined },
): UserBody {
  const body = TEMPLATES[template](person, state.active);
  return state.groups === undefined ? body : { ...body, groups: state.groups };
}

function enterprise(person: Person, active: boolean, version: "1.0" | "2.0"): UserBody {
  const extension = `urn:scim:schemas:extension:enterprise:${version}`;
  return {
    schemas: [`urn:scim:schemas:core:${version}`, extension],
    userName: person.userName,
    name: { givenName: person.givenName, familyName: person.familyName, formatted: fullName(person) },
    emails: { value: person.email ?? "", type: "work", primary: true },
    title: person.title ?? "",
    active,
    [extension]: { department: person.department ?? "", manager: { managerId: "", displayName: " " } },
  };
}
