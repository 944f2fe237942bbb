import type { Dialect } from "./dialect.ts";

export const groupsInUser: Dialect = {
  name: "groups-in-user",
  clients: ["OneLogin", "Okta"],
  what: "A user body has `groups`, which the RFC has a server ignore. Names in it say which teams the person is in; ids are an echo.",
  source: "https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20/",
};
