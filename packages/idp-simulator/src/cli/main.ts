import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { firstSync } from "../onelogin/first-sync.ts";
import { checkConformance } from "./conformance.ts";
import { demonstrateOneLogin } from "./onelogin.ts";
import { createPrinter } from "./print.ts";

const USAGE = `Plays an identity provider against a SCIM endpoint.

  npm run simulate -- onelogin   --url <SCIM URL> --token <token> [--people 20] [--roles 5] [--domain example.test]
  npm run simulate -- first-sync --url <SCIM URL> --token <token> [--people 10000] [--roles 200]
                                 [--memberships 30000] [--connections 8] [--domain example.test]
  npm run simulate -- conformance --url <SCIM URL> --token <token> [--only okta] [--markdown report.md]

Prints each step with pass or FAIL. The exit code is 1 when a step failed, 2 when the command makes no sense.
`;

/** Runs the simulator's command line. Returns the exit code. */
export async function main(argv: readonly string[], write: (text: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      url: { type: "string" },
      token: { type: "string" },
      people: { type: "string" },
      roles: { type: "string" },
      memberships: { type: "string" },
      connections: { type: "string" },
      only: { type: "string" },
      markdown: { type: "string" },
      domain: { type: "string", default: "example.test" },
      help: { type: "boolean", default: false },
    },
  });
  const [command] = positionals;
  const { url: baseUrl, token, domain } = values;
  if (values.help || !command || !baseUrl || !token) {
    write(USAGE);
    return values.help ? 0 : 2;
  }
  const print = createPrinter(write);
  const count = (name: "people" | "roles" | "memberships" | "connections", fallback: number) => {
    const text = values[name] ?? String(fallback);
    if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, such as ${fallback}.`);
    return Number(text);
  };
  switch (command) {
    case "onelogin": {
      const people = count("people", 20);
      await demonstrateOneLogin({ baseUrl, token, domain, people, roles: count("roles", 5) }, print);
      break;
    }
    case "first-sync": {
      const report = await firstSync({
        baseUrl,
        token,
        domain,
        people: count("people", 10_000),
        roles: count("roles", 200),
        memberships: count("memberships", 30_000),
        connections: count("connections", 8),
      });
      for (const error of report.errors.slice(0, 20)) print.step("push", false, error);
      print.step(
        "first sync",
        report.errors.length === 0,
        JSON.stringify({ ...report, errors: report.errors.length }),
      );
      break;
    }
    case "conformance": {
      const report = await checkConformance({ baseUrl, token }, print, values.only);
      if (values.markdown) await writeFile(values.markdown, report);
      break;
    }
    default:
      write(`Unknown command: ${command}\n\n${USAGE}`);
      return 2;
  }
  return print.failures === 0 ? 0 : 1;
}
