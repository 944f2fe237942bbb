import { providerOf, VOICES } from "@rollcall/directory/explain/provider";
import { createTranslator, type Messages } from "next-intl";
import { expect, test } from "vitest";
import explain from "../../../messages/en/explain.json" with { type: "json" };
import login from "../../../messages/en/login.json" with { type: "json" };
import provisioning from "../../../messages/en/provisioning.json" with { type: "json" };
import teams from "../../../messages/en/teams.json" with { type: "json" };

const CATALOGUES: readonly Messages[] = [explain, login, provisioning, teams];
const VALUES = { name: "data", path: "/v2/Users", count: 1, people: 1, mode: "scim", date: "today" };
const LABELS_OF_ONELOGIN = /Set Groups|SCIM Base URL|\broles?\b|“Delete user”|SCIM app/i;

/** The messages that speak in an identity provider's labels, each said to one. */
function said(voice: (typeof VOICES)[number]): string[] {
  const values = { ...VALUES, voice, provider: providerOf(voice).name };
  return CATALOGUES.flatMap((messages) => {
    const t = createTranslator({ locale: "en", messages });
    return voiced(messages).map((id) => t(id, values));
  });
}

function voiced(messages: unknown, path: readonly string[] = []): string[] {
  if (typeof messages === "string") return messages.includes("{voice, select") ? [path.join(".")] : [];
  if (typeof messages !== "object" || messages === null) return [];
  return Object.entries(messages).flatMap(([name, inner]) => voiced(inner, [...path, name]));
}

test("each sentence about labels is said in those of the reader's identity provider", () => {
  const toOneLogin = said("onelogin");
  expect(toOneLogin.length).toBeGreaterThanOrEqual(9);
  expect(toOneLogin.filter((text) => !LABELS_OF_ONELOGIN.test(text))).toEqual([]);
  for (const voice of VOICES.filter((each) => each !== "onelogin")) {
    expect(said(voice).filter((text) => LABELS_OF_ONELOGIN.test(text))).toEqual([]);
  }
});
