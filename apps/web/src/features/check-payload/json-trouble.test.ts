import { expect, test } from "vitest";
import { jsonTrouble } from "./json-trouble.ts";

test.each(['{"a":[1,-2.5e3,true,null,"\\u00e9\\n"]}', " [] ", "0", '\ufeff{"a":{}}'])(
  "%j is JSON",
  (text) => {
    expect(jsonTrouble(text)).toBeNull();
  },
);

test.each([
  ["", 1, 1],
  ["{", 1, 2],
  ['{"a":1,}', 1, 8],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['{\n  userName: "x"\n}', 2, 3],
  ['{"a":"b\nc"}', 1, 8],
  ['{"a":"\\x"}', 1, 7],
  ['{"a":01}', 1, 6],
  ['{"a":truely}', 1, 6],
  ["[1 2]", 1, 4],
  ["[1}", 1, 3],
  ["{} {}", 1, 4],
  ["{“a”:1}", 1, 2],
  ["'a'", 1, 1],
  ['{"a":1\r\n"b"}', 2, 1],
])("%j is no JSON from line %i, column %i on", (text, line, column) => {
  expect(jsonTrouble(text)).toMatchObject({ line, column });
});

test("brackets a million deep are read to their end", () => {
  expect(jsonTrouble("[".repeat(1_000_000))).toMatchObject({ line: 1, column: 1_000_001 });
});

test("whatever character is put into JSON, trouble is found when and only when a parser finds it", () => {
  const text = '{"userName":"ada","active":true,"n":[1,-2.5e3,{}],"x":"\\u00e9"}';
  for (let at = 0; at <= text.length; at++) {
    for (const put of ['"', "{", "]", ",", ":", "0", "e", "\\", "-", ".", "\n", ""]) {
      const broken = text.slice(0, at) + put + text.slice(put === "" ? at + 1 : at);
      const trouble = jsonTrouble(broken);
      let parses = true;
      try {
        JSON.parse(broken);
      } catch {
        parses = false;
      }
      expect([broken, trouble === null]).toEqual([broken, parses]);
      // What comes before the trouble is sound: with the right end it would be JSON.
      if (trouble) expect(trouble.offset).toBeLessThanOrEqual(broken.length);
    }
  }
});
