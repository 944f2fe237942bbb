import { createOneLogin, type Person, samplePeople } from "@rollcall/idp-simulator";
import { openScim, type ScimAccess } from "./site.ts";

export interface Seeded {
  readonly people: readonly Person[];
  /** Deactivated: unassigned in OneLogin. */
  readonly leaver: Person;
  /** Turned away: has no e-mail. */
  readonly refused: Person;
}

const ROLES = ["platform-admins", "ml-engineers", "Data Platform", "finance", "support", "security"];

/** A company as an admin would find it after some weeks: people, roles, a leaver, a refusal, a left-over team, a wrong token. */
export async function seed(access: ScimAccess, count = 40): Promise<Seeded> {
  const onelogin = createOneLogin({ ...access });
  const people = samplePeople(count, "acme.test");
  await onelogin.enable();
  await onelogin.refreshEntitlements();
  for (const [index, person] of people.entries()) {
    const roles = [ROLES[index % ROLES.length] ?? "", ...(index % 3 === 0 ? ["everyone-on-call"] : [])];
    await onelogin.assign(person, index % 11 === 10 ? [] : roles);
  }
  const [first, leaver, mover] = people;
  if (!first || !leaver || !mover) throw new Error("Three people at least");
  await onelogin.update({ ...first, title: "Head of Platform" });
  await onelogin.unassign(leaver);
  await onelogin.setRoles(mover, ["summer-project"]);
  await onelogin.setRoles(mover, ["finance"]);
  const refused = {
    id: "9001",
    userName: "ghopper",
    email: undefined,
    givenName: "Grace",
    familyName: "Hopper",
  };
  await onelogin.assign(refused);
  onelogin.close();
  await refuseTokens(access);
  return { people, leaver, refused };
}

/** A token cut off in paste, and the word Bearer twice. */
async function refuseTokens(access: ScimAccess): Promise<void> {
  for (const token of [access.token.slice(0, -6), `Bearer ${access.token}`]) {
    const scim = openScim({ ...access, token });
    await scim.send("GET", "/Users?count=1");
    scim.close();
  }
}
