import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { english } from "./catalogue.ts";
import type { Messages } from "./pseudo.ts";

const SOURCE = join(import.meta.dirname, "..");

interface Use {
  readonly file: string;
  readonly key: string;
}

/** The message or group at a dotted path. */
function lookUp(path: string): string | Messages | undefined {
  return path
    .split(".")
    .reduce<string | Messages | undefined>(
      (at, name) => (typeof at === "object" ? at[name] : undefined),
      english,
    );
}

/** `const t = useTranslations("ns")` and each later `t("key")` or `t.rich("key")` up to the next declaration of `t`. */
function keysNamedIn(file: string, text: string): Use[] {
  const declarations = /const (\w+) = (?:await )?(?:useTranslations|getTranslations)\("([\w.]+)"\)/g;
  return [...text.matchAll(declarations)].flatMap((declared) => {
    const [whole, name, namespace] = declared;
    const start = declared.index + whole.length;
    const next = text.indexOf(`const ${name} =`, start);
    const scope = text.slice(start, next === -1 ? undefined : next);
    const calls = scope.matchAll(
      new RegExp(`(?<![\\w.])${name}(?:\\.rich|\\.markup)?\\(\\s*"([\\w./+-]+)"`, "g"),
    );
    return [...calls].map((call) => ({ file, key: `${namespace}.${call[1]}` }));
  });
}

const uses = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts"))
  .flatMap((path) => keysNamedIn(path, readFileSync(join(SOURCE, path), "utf8")));

test("every sentence that a page names is in the catalogue", () => {
  expect(uses.length).toBeGreaterThan(200);
  expect(uses.filter(({ key }) => typeof lookUp(key) !== "string")).toEqual([]);
});
