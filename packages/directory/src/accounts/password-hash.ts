import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// OWASP's second recommendation for Argon2id (the library's default algorithm): 19 MiB, 2 passes, 1 lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns An encoded Argon2id hash with its own salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Compares a password with a stored hash. Without a hash it does the same work on a decoy, so that an answer takes as
 * long for an unknown address as for a known one.
 */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString("base64url"));
  const matches = await verify(stored ?? (await decoy), password.normalize("NFC"));
  return matches && stored != null;
}
