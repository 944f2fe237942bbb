import { z } from "zod";

/** A moment: a `Date` where the server makes the reply, ISO 8601 in the reply and in the browser. */
export const moment = z
  .union([z.iso.datetime({ offset: true }), z.date()])
  .transform((value) => (typeof value === "string" ? value : value.toISOString()));
