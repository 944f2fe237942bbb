import { createOneLogin, type OneLogin, type OneLoginOptions, type Person } from "@rollcall/idp-simulator";
import type { Site } from "./site.ts";

/** OneLogin's app for this product, with its present token. */
export function openOneLogin({ scim }: Site, options: OneLoginOptions = {}): OneLogin {
  return createOneLogin({ ...scim, options });
}

/** Someone in OneLogin whose address is made of the given name. */
export function personCalled(givenName: string, familyName: string, changes: Partial<Person> = {}): Person {
  const email = `${givenName.toLowerCase()}@acme.test`;
  return { id: `ol-${givenName.toLowerCase()}`, userName: email, email, givenName, familyName, ...changes };
}
