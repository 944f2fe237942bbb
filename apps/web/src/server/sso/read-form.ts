import { ConsoleError } from "../console-error.ts";

const LIMIT = 1024 * 1024;

/**
 * The fields of an `application/x-www-form-urlencoded` body.
 *
 * @throws ConsoleError 415, or 413 over 1 MiB.
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  if (!request.headers.get("content-type")?.toLowerCase().startsWith("application/x-www-form-urlencoded")) {
    throw new ConsoleError({ code: "input.media_type", status: 415, message: "Send a form." });
  }
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > LIMIT) {
      throw new ConsoleError({ code: "input.too_large", status: 413, message: "The form is over 1 MiB." });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return new URLSearchParams(text + decoder.decode());
}
