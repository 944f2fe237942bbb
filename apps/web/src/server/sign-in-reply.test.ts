import { expect, it } from "vitest";
import { signInReply } from "./sign-in-reply.ts";

/** next-auth's answer: an address that carries the refusal. */
async function replyTo(error: string) {
  const url = `http://localhost/api/auth/error?${new URLSearchParams({ error })}`;
  const reply = await signInReply(Response.json({ url }, { status: 401 }), "req_1");
  return { status: reply.status, ...Object(await reply.json()) };
}

it("who is deactivated and knew the password is told since when", async () => {
  const at = "2026-03-12T14:02:10.000Z";
  expect(await replyTo(JSON.stringify({ code: "sign_in.deactivated", at }))).toMatchObject({
    status: 403,
    error: { code: "sign_in.deactivated", at },
  });
  const undated = await replyTo(JSON.stringify({ code: "sign_in.deactivated", at: null }));
  expect(undated.error).not.toHaveProperty("at");
});

it("who did not know it is told nothing else", async () => {
  expect(await replyTo(JSON.stringify({ code: "sign_in.wrong" }))).toEqual({
    status: 401,
    error: { code: "sign_in.wrong", message: "Email or password is wrong.", requestId: "req_1" },
  });
});

it("a set-up that next-auth refuses to work with is named so, with a reference", async () => {
  expect(await replyTo("Configuration")).toMatchObject({
    status: 500,
    error: { code: "sign_in.not_configured", requestId: "req_1" },
  });
});
