import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PERMISSIONS, permits } from "../server/permissions.ts";
import { type Command, OPERATOR, type Principal, runCommand } from "./command.ts";
import { COMMANDS } from "./commands.ts";

const password = "seven quiet otters paddle";
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

function commandNamed(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command;
}

async function run(line: string, actor: Principal = OPERATOR): Promise<string[]> {
  const command = COMMANDS.find(({ name }) => line.startsWith(name)) ?? commandNamed(line);
  const printed: string[] = [];
  await runCommand(command, actor, line.slice(command.name.length).split(" ").filter(Boolean), (work) =>
    work({
      db,
      origin: "https://console.test",
      print: (text) => void printed.push(text),
      readStdin: async () => password,
    }),
  );
  return printed;
}

const NEW = "--name Ada --password-stdin";

describe("a command", () => {
  it("asks the table of permissions before it opens the database, whichever it is", async () => {
    for (const command of COMMANDS) {
      for (const role of ["admin", "member", "operator"] as const) {
        let opened = false;
        const attempt = async () =>
          runCommand(command, { id: null, name: "somebody", role }, [], async () => {
            opened = true;
          });
        const refused = await attempt().then(
          () => false,
          () => true,
        );
        const allowed = permits(role, command.permission);
        expect([command.name, role, opened, refused]).toEqual([command.name, role, allowed, !allowed]);
      }
    }
  });

  it("that acts on a tenant stands in its audit log under the command line's name", async () => {
    await run(`setup --organization Acme --tenant acme --email ada@acme.test ${NEW}`);
    await run(`tenant create --organization Beta --tenant beta --email bea@beta.test ${NEW}`);
    await run("scim enable --tenant acme");
    await run("token regenerate --tenant acme");
    await run("scim disable --tenant acme");
    const entries = await db.prisma.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ action, actorId, actorName }) => [action, actorId, actorName])).toEqual(
      ["tenant.created", "tenant.created", "scim.enabled", "scim_token.regenerated", "scim.paused"].map(
        (action) => [action, null, "Command line"],
      ),
    );
    expect(await run("tenant list")).toEqual(["acme\tAcme", "beta\tBeta"]);
  });

  it("that lists tokens calls one live that is still accepted beside its successor", async () => {
    await run("token regenerate --tenant acme --keep-old-hours 1");
    const states = (await run("token list --tenant acme")).map((line) => line.split("\t")[2]?.split(" 2")[0]);
    expect(states).toEqual(["live", "live until"]);
    await run("token regenerate --tenant acme");
    expect(
      (await run("token list --tenant acme")).map((line) => line.split("\t")[2]?.split(" 2")[0]),
    ).toEqual(["live", "retired", "retired"]);
  });

  it("of one tenant neither lists nor retires what another one has", async () => {
    await run("token regenerate --tenant beta");
    const [theirs] = await db.prisma.scimToken.findMany({
      where: { retiredAt: null, createdByName: OPERATOR.name },
      orderBy: { createdAt: "desc" },
    });
    await expect(run(`token retire --tenant acme --id ${theirs?.id}`)).rejects.toThrow("no live token");
    expect((await run("user list --tenant acme")).join()).not.toContain("bea@beta.test");
    expect((await run("token list --tenant acme")).join()).not.toContain(String(theirs?.id));
  });
});

describe("the table of permissions", () => {
  it("keeps what reaches beyond a tenant from its admins, and all but the own account from members", () => {
    const of = (role: "admin" | "member" | "operator") => PERMISSIONS.filter((each) => permits(role, each));
    expect(of("admin")).toEqual(PERMISSIONS.filter((each) => each !== "deployment.manage"));
    expect(of("member")).toEqual(["account.own"]);
    expect(of("operator").sort()).toEqual([
      "deployment.manage",
      "provisioning.manage",
      "provisioning.read",
      "users.read",
    ]);
  });
});
