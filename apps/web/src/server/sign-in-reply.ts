import { z } from "zod";
import { refusalResponse } from "./console-error.ts";
import { throttled } from "./throttled.ts";

const Refusal = z.discriminatedUnion("code", [
  z.object({ code: z.literal("sign_in.wrong") }),
  z.object({ code: z.literal("sign_in.throttled"), until: z.coerce.date() }),
  z.object({ code: z.literal("sign_in.deactivated"), at: z.coerce.date().nullable() }),
  z.object({ code: z.literal("sign_in.sso_required") }),
]);
type Refusal = z.infer<typeof Refusal>;

const Redirect = z.object({ url: z.string() });

/** Turns next-auth's answer to a password, an address with `error=` in it, into an answer of the console API. */
export async function signInReply(response: Response, requestId: string): Promise<Response> {
  if (!response.headers.get("content-type")?.includes("application/json")) return response;
  const parsed = Redirect.safeParse(await response.clone().json());
  if (!parsed.success) return response;
  const { searchParams } = new URL(parsed.data.url, "http://console.invalid");
  if (searchParams.has("csrf")) {
    return refusalResponse(
      { code: "sign_in.stale_form", status: 409, message: "The form was too old." },
      requestId,
    );
  }
  const error = searchParams.get("error");
  if (error === "Configuration") {
    const message = "Sign-in isn't set up correctly.";
    return refusalResponse({ code: "sign_in.not_configured", status: 500, message }, requestId);
  }
  return error === null ? response : refuse(readRefusal(error), requestId);
}

function readRefusal(error: string): Refusal | null {
  try {
    return Refusal.parse(JSON.parse(error));
  } catch {
    return null;
  }
}

function refuse(refusal: Refusal | null, requestId: string): Response {
  switch (refusal?.code) {
    case "sign_in.throttled":
      return refusalResponse(throttled(refusal.code, refusal.until).refusal, requestId);
    case "sign_in.wrong":
      return refusalResponse(
        { code: refusal.code, status: 401, message: "Email or password is wrong." },
        requestId,
      );
    case "sign_in.deactivated":
      return refusalResponse(
        {
          code: refusal.code,
          status: 403,
          message: "This account is deactivated.",
          ...(refusal.at && { at: refusal.at.toISOString() }),
        },
        requestId,
      );
    case "sign_in.sso_required":
      return refusalResponse(
        { code: refusal.code, status: 403, message: "Your organisation signs in with SSO." },
        requestId,
      );
    default:
      return refusalResponse(
        { code: "server.error", status: 500, message: "Sign-in failed on our side." },
        requestId,
      );
  }
}
