/** What the RFCs have and this service provider has not, with the reason. */
export const UNSUPPORTED: readonly {
  readonly section: string;
  readonly what: string;
  readonly why: string;
}[] = [
  {
    section: "RFC 7643 §4.1.1",
    what: "`password` sets no password",
    why: "People sign in through the identity provider. The value is checked to be text, and dropped.",
  },
  {
    section: "RFC 7643 §4.1.2",
    what: "`groups` of a user is not always readOnly",
    why: "OneLogin says there which teams a person is in. What names a team by name is taken, what echoes an id is ignored; a setting of the connection, and strict mode, ignore all of it.",
  },
  {
    section: "RFC 7643 §4.2",
    what: "Groups in groups",
    why: "Teams have people in them, no teams. A member that is no user is skipped, and the event says so.",
  },
  {
    section: "RFC 7643 §2.2",
    what: "Schemas of one's own",
    why: "The schemas are User, EnterpriseUser and Group. Unknown attributes are dropped and named on the event; strict mode refuses them.",
  },
  {
    section: "RFC 7644 §3.4.2.1",
    what: "`tooMany` is never answered",
    why: "Every answer is a page, and a page has at most 200 resources.",
  },
  {
    section: "RFC 7644 §3.4.2.2",
    what: "Filters longer than 4 KiB, deeper than 16 brackets or with more than 64 comparisons",
    why: "They are 400 `invalidFilter`, so that no request can cost much.",
  },
  {
    section: "RFC 7644 §3.5.2",
    what: "PATCH with an array index, and `replace` or `add` on `members[…]`",
    why: "The RFC has no indexes. The sub-attributes of a member are immutable: remove one member and add another.",
  },
  {
    section: "RFC 7644 §3.8",
    what: "The suffix `.scim` on an address",
    why: "No client in use sends it; the Accept header says the same.",
  },
  {
    section: "RFC 7644 §3.11",
    what: "`/Me` is 501",
    why: "A provisioning token stands for no person.",
  },
  {
    section: "RFC 7644 §3.13",
    what: "Other versions than v2",
    why: "There is one base URL, and it ends in `/v2`.",
  },
  {
    section: "RFC 7644 §3.14",
    what: "A user's version does not count its `groups`",
    why: "A membership changes the group, which gets a new version. Otherwise renaming or deleting a large group would write every member.",
  },
  {
    section: "RFC 7644 §5",
    what: "PRECIS profiles for user names",
    why: "User names are compared in NFC and lower case. Width is not mapped and no character is forbidden: what an identity provider sends is kept.",
  },
  {
    section: "RFC 7644 §7.5.2",
    what: "Filters on names and addresses in a URI are not refused",
    why: "Every identity provider sends them. `POST /Users/.search` is there for clients that would rather not.",
  },
  {
    section: "RFC 9865 §2",
    what: "`previousCursor` is never answered",
    why: "It is optional. Cursors lead forward; who wants to go back asks by `startIndex`.",
  },
  {
    section: "RFC 9967",
    what: "Security events and asynchronous requests",
    why: "No identity provider takes or sends them yet.",
  },
];
