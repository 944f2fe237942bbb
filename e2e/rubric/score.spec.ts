import { expect, test } from "@playwright/test";
import { POINTS } from "./score/points.ts";
import { pointsOf, scoreOf, scoreText } from "./score/score.ts";

test("a point is met when a test holds it and all that hold it passed", () => {
  const score = scoreOf([
    { title: "#1 #4 dialogs: named", passed: true },
    { title: "#4 fields: named", passed: false, why: "label: #q" },
    { title: "a number like #7 within a title holds nothing", passed: false },
  ]);
  expect(score.met.map(({ number }) => number)).toEqual([1]);
  expect(score.unmet.map(({ point, why }) => [point.number, why])).toEqual([
    [4, "#4 fields: named: label: #q"],
  ]);
  expect(score.unseen).toHaveLength(38);
  expect(scoreText(score)).toContain("rubric: 1 of 40, gates 1 of 11; not met: 4\n");
});

test("forty points, numbered in order, eleven of them gates", () => {
  expect(POINTS.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect(POINTS.filter(({ gate }) => gate)).toHaveLength(11);
  expect(pointsOf("#38 #3 long words: wrap")).toEqual([38, 3]);
});
