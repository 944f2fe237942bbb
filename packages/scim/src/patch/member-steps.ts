import type { MemberStep } from "../ports.ts";

/**
 * Adds a step to a list of steps, joined with the one before where that means the same: two adds are one, two removes
 * are one, and nothing that a replace overwrites is kept.
 */
export function pushMemberStep(steps: MemberStep[], step: MemberStep): void {
  if (step.kind === "replace") {
    steps.splice(0, steps.length, step);
    return;
  }
  const last = steps.at(-1);
  if (step.kind === "add" && last?.kind === "replace") {
    steps.splice(-1, 1, { kind: "replace", ids: union(last.ids, step.ids) });
  } else if (step.kind === "add" && last?.kind === "add") {
    steps.splice(-1, 1, { kind: "add", ids: union(last.ids, step.ids) });
  } else if (step.kind === "remove" && last?.kind === "remove") {
    steps.splice(-1, 1, { kind: "remove", ids: union(last.ids, step.ids) });
  } else if (step.kind === "remove" && last?.kind === "replace") {
    const gone = new Set(step.ids);
    steps.splice(-1, 1, { kind: "replace", ids: last.ids.filter((id) => !gone.has(id)) });
  } else if (step.kind === "removeWhere" || step.ids.length > 0) {
    steps.push(step);
  }
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
