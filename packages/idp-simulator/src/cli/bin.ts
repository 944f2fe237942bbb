import { main } from "./main.ts";

try {
  process.exitCode = await main(process.argv.slice(2), (text) => process.stdout.write(text));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
