import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { play } from "./play.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);

for (const provider of readdirSync(FIXTURES)) {
  describe(`the conversations of ${provider}`, () => {
    const folder = new URL(`${provider}/`, FIXTURES);
    it.each(readdirSync(folder))("%s is answered as recorded", async (file) => {
      for (const { title, expected, actual } of await play(new URL(file, folder))) {
        expect(actual, title).toEqual(expected);
      }
    });
  });
}
