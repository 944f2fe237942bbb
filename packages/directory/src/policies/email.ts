import type { JsonObject, JsonValue, Result } from "@rollcall/scim";
import { matchKey } from "./match-key.ts";

/** The addresses of a person: the one to reach them at, and the keys of all by which they are found. */
export interface Addresses {
  readonly email: string;
  readonly emailKey: string;
  readonly emailKeys: readonly string[];
}

const ADDRESS = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u;

/** Whether a text has the form of an address. Whether it can be delivered to, only delivering tells. */
export function isAddress(text: string): boolean {
  return text.length <= 320 && ADDRESS.test(text);
}

/**
 * A user always has an address: `emails` if it has any, else the userName if that is one.
 *
 * @returns the resource with `emails` filled in, unchanged when no address is to be had
 */
export function withAddress(resource: JsonObject): JsonObject {
  const userName = resource.userName;
  if (emailValues(resource.emails).length > 0 || typeof userName !== "string" || !isAddress(userName)) {
    return resource;
  }
  return { ...resource, emails: [{ value: userName, type: "work", primary: true }] };
}

/**
 * The address of a person: the primary one of `emails`, else the first of type work, else the first.
 *
 * @returns error `user.email_missing` when there is none, `user.email_invalid` when it is no address
 */
export function addressesOf(resource: JsonObject): Result<Addresses> {
  const email = chosen(resource.emails);
  if (email === undefined) return missing(resource.userName);
  if (!isAddress(email)) return invalid(email);
  const emailKeys = [...new Set(emailValues(resource.emails).map(matchKey))];
  return { ok: true, value: { email, emailKey: matchKey(email), emailKeys } };
}

function chosen(emails: JsonValue | undefined): string | undefined {
  const entries = entriesOf(emails).filter((entry) => addressIn(entry) !== undefined);
  const entry =
    entries.find((each) => each.primary === true) ??
    entries.find((each) => typeof each.type === "string" && each.type.toLowerCase() === "work") ??
    entries[0];
  return entry && addressIn(entry);
}

function emailValues(emails: JsonValue | undefined): string[] {
  return entriesOf(emails).flatMap((entry) => addressIn(entry) ?? []);
}

function entriesOf(emails: JsonValue | undefined): readonly JsonObject[] {
  if (!Array.isArray(emails)) return [];
  return emails.filter((entry) => typeof entry === "object" && entry !== null && !Array.isArray(entry));
}

function addressIn(entry: JsonObject): string | undefined {
  return typeof entry.value === "string" && entry.value !== "" ? entry.value : undefined;
}

function missing(userName: JsonValue | undefined): Result<never> {
  const who = typeof userName === "string" ? `"${userName.slice(0, 100)}"` : "This person";
  return {
    ok: false,
    error: {
      code: "user.email_missing",
      status: 400,
      scimType: "invalidValue",
      detail: `${who} has no email address. Add an email to this person in your identity provider, or use the email as the userName; then send the person again.`,
    },
  };
}

function invalid(email: string): Result<never> {
  return {
    ok: false,
    error: {
      code: "user.email_invalid",
      status: 400,
      scimType: "invalidValue",
      detail: `The email "${email.slice(0, 100)}" is not an address like name@example.com. Correct it in your identity provider.`,
    },
  };
}
