import { REASONS, type ReasonCode } from "@rollcall/directory/explain/reason";

export const CHAPTERS = ["caller", "request", "people", "teams", "absent"] as const;
export type Chapter = (typeof CHAPTERS)[number];

const OF_NOUN: Readonly<Record<string, Chapter>> = {
  auth: "caller",
  user: "people",
  group: "teams",
  connection: "absent",
  groups: "absent",
  team: "absent",
  person: "absent",
};

/** The reasons of one chapter, in the order of the catalogue. */
export function reasonsOf(chapter: Chapter): ReasonCode[] {
  return reasonCodes().filter((code) => (OF_NOUN[nounOf(code)] ?? "request") === chapter);
}

/** Every reason code. */
export function reasonCodes(): ReasonCode[] {
  return Object.keys(REASONS).filter((code): code is ReasonCode => Object.hasOwn(REASONS, code));
}

/** The anchor of a reason, in the console's help and in `docs/troubleshooting.md`. */
export function anchorOf(code: string): string {
  return code.replace(".", "-");
}

function nounOf(code: string): string {
  return code.split(".", 1)[0] ?? code;
}
