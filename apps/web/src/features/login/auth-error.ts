import { z } from "zod";

/** next-auth's codes as far as they come about here, and our own. */
export const AUTH_ERRORS = ["Configuration", "AccessDenied", "Throttled", "Failed"] as const;
export type AuthErrorCode = (typeof AUTH_ERRORS)[number];

/** The query of `/auth/error`. Whoever writes one there shows a sentence to himself. */
export const AuthErrorSearch = z.object({
  error: z.enum(AUTH_ERRORS).catch("Failed"),
  /** Id of the request that failed, as the log has it. */
  reference: z
    .string()
    .regex(/^req_[\w-]{12}$/)
    .optional()
    .catch(undefined),
  tenant: z.string().max(63).optional().catch(undefined),
});
