import type { Filter } from "../filter/ast.ts";
import type { MemberStep } from "../ports.ts";

type Collected =
  | { readonly kind: "add" | "remove" | "replace"; readonly ids: Set<string> }
  | { readonly kind: "removeWhere"; readonly filter: Filter };

/**
 * Collects what happens to a group's members, joining steps where that means the same: two adds are one, two removes
 * are one, and nothing that a replace overwrites is kept.
 */
export class MemberSteps {
  private steps: Collected[] = [];

  add(ids: readonly string[]): void {
    const last = this.steps.at(-1);
    if (last?.kind === "add" || last?.kind === "replace") for (const id of ids) last.ids.add(id);
    else if (ids.length > 0) this.steps.push({ kind: "add", ids: new Set(ids) });
  }

  remove(ids: readonly string[]): void {
    const last = this.steps.at(-1);
    if (last?.kind === "remove") for (const id of ids) last.ids.add(id);
    else if (last?.kind === "replace") for (const id of ids) last.ids.delete(id);
    else if (ids.length > 0) this.steps.push({ kind: "remove", ids: new Set(ids) });
  }

  replace(ids: readonly string[]): void {
    this.steps = [{ kind: "replace", ids: new Set(ids) }];
  }

  removeWhere(filter: Filter): void {
    this.steps.push({ kind: "removeWhere", filter });
  }

  finish(): readonly MemberStep[] {
    return this.steps.map((step) =>
      step.kind === "removeWhere" ? step : { kind: step.kind, ids: [...step.ids] },
    );
  }
}
