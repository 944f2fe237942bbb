import { expect, test } from "vitest";
import { heldRows } from "./steady-rows.ts";

const row = (id: string, value = 0) => ({ id, value });
const held = (shown: { id: string; value: number }[], latest: { id: string; value: number }[]) =>
  heldRows(shown, latest, (each) => each.id);

test("values change in place, the order stays", () => {
  expect(held([row("b"), row("a")], [row("a", 1), row("b", 2)])).toEqual({
    rows: [row("b", 2), row("a", 1)],
    waiting: 1,
  });
});

test("a row that came waits, a row that went stays, and both are counted", () => {
  expect(held([row("a"), row("b")], [row("new"), row("a", 5)])).toEqual({
    rows: [row("a", 5), row("b")],
    waiting: 2,
  });
});

test("nothing waits when nothing came, went or moved", () => {
  expect(held([row("a")], [row("a", 9)])).toEqual({ rows: [row("a", 9)], waiting: 0 });
});
