import { readFileSync } from "node:fs";
import type { JsonValue } from "../src/index.ts";
import { Client, type Reply } from "./client.ts";

/** One request of a `.http` file with what its comments expect of the answer. */
interface Scene {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  readonly status: number;
  /** `name = path.into.the.body` */
  readonly saves: readonly (readonly [string, string])[];
  /** `path.into.the.body = JSON` */
  readonly values: readonly (readonly [string, string])[];
  readonly dialects: readonly string[] | undefined;
}

export interface Played {
  readonly title: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * Plays a recorded conversation through the public handler.
 * @param file a `.http` file: requests parted by `###`, with `# @expect 200`, `# @save name = id`,
 * `# @value totalResults = 0` and `# @dialects a, b` above each; `{{name}}` stands for what was saved
 * @returns for every expectation what it is and what was met
 */
export async function play(file: URL, client = new Client()): Promise<readonly Played[]> {
  const saved = new Map<string, string>();
  const played: Played[] = [];
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name) => saved.get(name) ?? `{{${name}}}`);
  for (const scene of readScenes(readFileSync(file, "utf8"))) {
    const body = scene.body === undefined ? undefined : fill(scene.body);
    const reply = await client.send(scene.method, fill(scene.path), body, scene.headers);
    for (const [name, path] of scene.saves) saved.set(name, String(lookUp(reply.json, path)));
    played.push(...compare(scene, reply, client, fill));
  }
  return played;
}

function compare(scene: Scene, reply: Reply, client: Client, fill: (text: string) => string): Played[] {
  const { title, values, dialects } = scene;
  return [
    { title: `${title}: status`, expected: scene.status, actual: reply.status },
    ...values.map(([path, json]) => ({
      title: `${title}: ${path}`,
      expected: json === "absent" ? undefined : JSON.parse(fill(json)),
      actual: lookUp(reply.json, path),
    })),
    ...(dialects
      ? [{ title: `${title}: dialects`, expected: dialects, actual: client.lastDialects().sort() }]
      : []),
  ];
}

function readScenes(text: string): Scene[] {
  return text
    .split(/^###/m)
    .filter((part) => part.trim() !== "")
    .map(readScene);
}

function readScene(part: string): Scene {
  const [title = "", ...lines] = part.split("\n");
  const notes = lines.filter((line) => line.startsWith("#"));
  const request = lines
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .trim();
  const [head = "", ...body] = request.split("\n\n");
  const [first = "", ...headerLines] = head.split("\n");
  const [method = "", path = ""] = first.split(" ");
  const annotations = (name: string) =>
    notes.flatMap((note) => (note.startsWith(`# @${name} `) ? [note.slice(name.length + 4).trim()] : []));
  const pairs = (name: string) =>
    annotations(name).map((text): readonly [string, string] => {
      const [left = "", ...right] = text.split(" = ");
      return [left, right.join(" = ")];
    });
  return {
    title: title.trim(),
    method,
    path,
    headers: Object.fromEntries(headerLines.map(readHeader)),
    body: body.length === 0 ? undefined : body.join("\n\n"),
    status: Number(annotations("expect")[0]),
    saves: pairs("save"),
    values: pairs("value"),
    dialects: annotations("dialects")[0]
      ?.split(/,\s*/)
      .filter((name) => name !== "none")
      .sort(),
  };
}

function readHeader(line: string): readonly [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

/** Follows `Resources.0.userName` into a body; a segment in brackets may hold dots: `[urn:…:2.0:User]`. */
function lookUp(json: JsonValue, path: string): unknown {
  const segments = [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map((match) => match[1] ?? match[2] ?? "");
  return segments.reduce<unknown>((value, segment) => {
    if (typeof value !== "object" || value === null) return undefined;
    return new Map(Object.entries(value)).get(segment);
  }, json);
}
