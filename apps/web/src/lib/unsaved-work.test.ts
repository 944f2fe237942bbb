import { expect, test } from "vitest";
import { unsavedWork } from "./unsaved-work.ts";

test("leaving asks while a form holds something typed, and goes on only when it may be lost", () => {
  const went: string[] = [];
  const asked: (() => void)[] = [];
  const stop = unsavedWork.onLeave((go) => asked.push(go));
  unsavedWork.leave(() => went.push("nothing typed"));
  const saved = unsavedWork.add({});
  unsavedWork.leave(() => went.push("typed"));
  expect(went).toEqual(["nothing typed"]);
  unsavedWork.discard();
  asked[0]?.();
  expect(went).toEqual(["nothing typed", "typed"]);
  unsavedWork.add({});
  saved();
  expect(unsavedWork.exists).toBe(true);
  unsavedWork.discard();
  stop();
});
