import { attribute, plural } from "./attribute.ts";

/** The core User schema. @see RFC 7643 §4.1 and §8.7.1 */
const name = attribute("name", "The parts of the person's name.", {
  type: "complex",
  subAttributes: [
    attribute("formatted", "The full name, ready for display."),
    attribute("familyName", "The family name or last name."),
    attribute("givenName", "The given name or first name."),
    attribute("middleName", "The middle name or names."),
    attribute("honorificPrefix", "What precedes the name: Ms., Dr."),
    attribute("honorificSuffix", "What follows the name: III, PhD."),
  ],
});

const addresses = attribute("addresses", "Postal addresses.", {
  type: "complex",
  multiValued: true,
  subAttributes: [
    attribute("formatted", "The whole address, ready for display or a label.", { maxLength: 4096 }),
    attribute("streetAddress", "Street, house number, post-office box.", { maxLength: 4096 }),
    attribute("locality", "The city."),
    attribute("region", "The state or region."),
    attribute("postalCode", "The postal code."),
    attribute("country", "The country, as an ISO 3166-1 alpha-2 code."),
    attribute("type", "What the address is used for.", { canonicalValues: ["work", "home", "other"] }),
    attribute("primary", "Whether this is the preferred address. True at most once.", { type: "boolean" }),
  ],
});

const groups = attribute("groups", "The groups that the user belongs to.", {
  type: "complex",
  multiValued: true,
  mutability: "readOnly",
  subAttributes: [
    attribute("value", "The id of the group.", { caseExact: true, mutability: "readOnly" }),
    attribute("$ref", "The address of the group.", {
      type: "reference",
      caseExact: true,
      mutability: "readOnly",
      referenceTypes: ["Group"],
    }),
    attribute("display", "The group's displayName.", { mutability: "readOnly" }),
    attribute("type", "How the user belongs to the group.", {
      mutability: "readOnly",
      canonicalValues: ["direct", "indirect"],
    }),
  ],
});

export const userAttributes = [
  attribute("userName", "The name that identifies the user, unique in the tenant whatever its case.", {
    required: true,
    uniqueness: "server",
    maxLength: 512,
  }),
  name,
  attribute("displayName", "The name to show."),
  attribute("nickName", "The casual name."),
  attribute("profileUrl", "The address of the user's profile page.", {
    type: "reference",
    caseExact: true,
    referenceTypes: ["external"],
    maxLength: 8192,
  }),
  attribute("title", "The user's title at work."),
  attribute("userType", "The relation to the organisation: Employee, Contractor."),
  attribute("preferredLanguage", "The language the user prefers, as in an Accept-Language header."),
  attribute("locale", "The user's locale, a BCP 47 language tag."),
  attribute("timezone", "The user's time zone, in IANA's format."),
  attribute("active", "Whether the user may sign in. True when a new user does not say.", {
    type: "boolean",
    required: true,
    whenAbsent: "kept",
  }),
  attribute("password", "Accepted and not kept: people sign in through the identity provider.", {
    caseExact: true,
    mutability: "writeOnly",
    returned: "never",
  }),
  plural("emails", "E-mail addresses. Every user needs one.", {
    value: { required: true, maxLength: 512 },
    types: ["work", "home", "other"],
    required: true,
    whenAbsent: "derived",
  }),
  plural("phoneNumbers", "Telephone numbers.", {
    types: ["work", "home", "mobile", "fax", "pager", "other"],
  }),
  plural("ims", "Instant messaging addresses.", {
    types: ["aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo"],
  }),
  plural("photos", "Addresses of pictures of the user.", {
    value: { type: "reference", caseExact: true, referenceTypes: ["external"], maxLength: 65_536 },
    types: ["photo", "thumbnail"],
  }),
  addresses,
  groups,
  plural("entitlements", "Things the user is entitled to.", { value: { maxLength: 4096 } }),
  plural("roles", "The user's roles.", { value: { maxLength: 4096 } }),
  plural("x509Certificates", "Certificates of the user, DER in base64.", {
    value: { type: "binary", caseExact: true, maxLength: 65_536 },
  }),
] as const;
