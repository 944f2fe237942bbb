import { expect, it } from "vitest";
import { pemBlocks } from "./pem-blocks.ts";

const block = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`;

it("two certificates pasted one below the other are two, whatever stands between", () => {
  expect(pemBlocks(`old:\n${block("AAA")}\n\nnew:\n${block("BBB")}\n`)).toEqual([block("AAA"), block("BBB")]);
});

it("bare base64, as metadata holds it, is one; nothing is none", () => {
  expect(pemBlocks(" MIIC\nAAA= ")).toEqual(["MIIC\nAAA="]);
  expect(pemBlocks(" \n")).toEqual([]);
});
