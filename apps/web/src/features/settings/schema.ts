import { TENANT_NAME_MAX } from "@rollcall/directory/connection/options";
import { z } from "zod";

/** `from` is the name that the person saw: another admin's change is not overwritten. */
export const renameSchema = z.object({
  from: z.string(),
  name: z.string().trim().min(1).max(TENANT_NAME_MAX),
});

export const renamedSchema = z.object({ name: z.string() });
