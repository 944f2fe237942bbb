export const dynamic = "force-dynamic";

/** The least that a Next route handler can do. */
export function GET() {
  return Response.json({
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    id: "0199b2c0-0000-7000-8000-000000000000",
    userName: "ada.lovelace@acme.test",
    name: { givenName: "Ada", familyName: "Lovelace" },
    emails: [{ value: "ada.lovelace@acme.test", type: "work", primary: true }],
    active: true,
  });
}
