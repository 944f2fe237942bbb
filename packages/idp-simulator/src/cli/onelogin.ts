import { createOneLogin, type OneLogin } from "../onelogin/onelogin.ts";
import type { Task } from "../onelogin/options.ts";
import { fullName, type Person } from "../people/person.ts";
import { samplePeople, sampleRoles } from "../people/sample.ts";
import type { Printer } from "./print.ts";

export interface OneLoginDemo {
  readonly baseUrl: string;
  readonly token: string;
  readonly people: number;
  readonly roles: number;
  readonly domain: string;
}

/**
 * A week in the life of a OneLogin app: Enable, refresh, assign everyone with two roles each, rename, move, suspend,
 * bring back, unassign. Stops after Enable when the server refuses the token.
 */
export async function demonstrateOneLogin(demo: OneLoginDemo, print: Printer): Promise<void> {
  const onelogin = createOneLogin(demo);
  try {
    const enabled = await onelogin.enable();
    print.step("Enable", enabled.ok, enabled.message);
    if (!enabled.ok) return;
    const groups = await onelogin.refreshEntitlements();
    print.step("Refresh entitlements", true, `${groups.length} groups on the server`);
    await play(onelogin, demo, print);
    const users = await onelogin.importUsers();
    print.step("Import users", users.length > 0, `${users.length} users on the server`);
    print.note(`${onelogin.exchanges.length} requests sent.`);
  } finally {
    onelogin.close();
  }
}

async function play(onelogin: OneLogin, demo: OneLoginDemo, print: Printer): Promise<void> {
  const people = samplePeople(demo.people, demo.domain);
  const roles = sampleRoles(demo.roles);
  const rolesOf = (index: number) => [
    ...new Set([index, index * 3 + 1].map((n) => roles[n % roles.length] ?? "")),
  ];
  for (const [index, person] of people.entries()) {
    report(
      print,
      `Assign ${fullName(person)}`,
      await onelogin.assign(person, roles.length ? rolesOf(index) : []),
    );
  }
  const [first, second, third] = people;
  if (first) report(print, `Rename ${fullName(first)}`, await onelogin.update(renamed(first)));
  if (second) report(print, `Take all roles from ${fullName(second)}`, await onelogin.setRoles(second, []));
  if (!third) return;
  report(print, `Suspend ${fullName(third)}`, await onelogin.suspend(third));
  report(print, `Activate ${fullName(third)}`, await onelogin.activate(third));
  report(print, `Unassign ${fullName(third)}`, await onelogin.unassign(third));
}

function renamed(person: Person): Person {
  return { ...person, familyName: `${person.familyName}-Byron` };
}

function report(print: Printer, name: string, task: Task): void {
  print.step(name, task.state === "done", task.state === "done" ? undefined : task.row);
}
