import { expect, it } from "vitest";
import { seal, unseal } from "./sealed-secret.ts";

it("a sealed secret opens with its key only, and not when it was altered", () => {
  const sealed = seal("client secret", "key one");
  expect(sealed).not.toContain("client");
  expect(unseal(sealed, "key one")).toBe("client secret");
  expect(unseal(sealed, "key two")).toBeNull();
  const altered = Buffer.from(sealed, "base64");
  altered.writeUInt8(altered.readUInt8(20) ^ 1, 20);
  expect(unseal(altered.toString("base64"), "key one")).toBeNull();
  expect(unseal("", "key one")).toBeNull();
});
