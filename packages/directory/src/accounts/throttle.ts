import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Database } from "@rollcall/db";

/** How many attempts one key has within the window before it is locked for as long. */
export interface ThrottleRule {
  readonly limit: number;
  readonly minutes: number;
}

export const PER_ACCOUNT: ThrottleRule = { limit: 10, minutes: 15 };
export const PER_ADDRESS: ThrottleRule = { limit: 60, minutes: 15 };

/** One thing to count attempts by. */
export interface ThrottleKey {
  /** `account:` or `address:` and what it is; kept as a hash. */
  readonly name: string;
  readonly rule: ThrottleRule;
}

// One statement counts and decides, so that attempts made at the same time on several replicas each count.
const COUNT = `
  INSERT INTO "SignInThrottle" AS t (key, failures, "windowStart") VALUES ($1, 1, now())
  ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN t."lockedUntil" > now() THEN t.failures
                    WHEN t."lockedUntil" IS NOT NULL OR t."windowStart" < now() - make_interval(mins => $3) THEN 1
                    ELSE t.failures + 1 END,
    "windowStart" = CASE WHEN t."lockedUntil" > now() THEN t."windowStart"
                    WHEN t."lockedUntil" IS NOT NULL OR t."windowStart" < now() - make_interval(mins => $3) THEN now()
                    ELSE t."windowStart" END,
    "lockedUntil" = CASE WHEN t."lockedUntil" > now() THEN t."lockedUntil"
                    WHEN t."lockedUntil" IS NULL AND t.failures >= $2
                         AND t."windowStart" >= now() - make_interval(mins => $3) THEN now() + make_interval(mins => $3)
                    ELSE NULL END
  RETURNING "lockedUntil"`;

/**
 * Counts one attempt against every key before the secret is looked at.
 *
 * @returns null when it may go on, else the moment the latest lock ends.
 */
export async function countAttempt(db: Database, keys: readonly ThrottleKey[]): Promise<Date | null> {
  let locked: Date | null = null;
  for (const { name, rule } of keys) {
    const values = [digest(name), rule.limit, rule.minutes];
    const { rows } = await db.pool.query<{ lockedUntil: Date | null }>(COUNT, values);
    const until = rows[0]?.lockedUntil ?? null;
    if (until !== null && (locked === null || until > locked)) locked = until;
  }
  return locked;
}

/** Forgets the attempts of a key, after one that succeeded. */
export async function clearAttempts(db: Database, key: ThrottleKey): Promise<void> {
  await db.pool.query(`DELETE FROM "SignInThrottle" WHERE key = $1`, [digest(key.name)]);
}

/** Takes back the one attempt that succeeded: an office behind one address is not locked out by its own sign-ins. */
export async function forgiveAttempt(db: Database, key: ThrottleKey): Promise<void> {
  await db.pool.query(
    `UPDATE "SignInThrottle" SET failures = failures - 1 WHERE key = $1 AND failures > 0 AND "lockedUntil" IS NULL`,
    [digest(key.name)],
  );
}

/** @param address what the account is called: an address as `addressKey` gives it, whether somebody has it or not */
export function accountKey(tenantId: string, address: string): ThrottleKey {
  return { name: `account:${tenantId}:${address}`, rule: PER_ACCOUNT };
}

/** @param what `sign-in`, `setup`, `invite`, `sso`: each is counted by itself. */
export function clientKey(what: string, ip: string | undefined): ThrottleKey {
  return { name: `${what}:${ip === undefined ? "unknown" : network(ip)}`, rule: PER_ADDRESS };
}

/** Groups of an IPv6 address that name the network; the other four are for whoever is in it to choose. RFC 4291 §2.5.1 */
const NETWORK_GROUPS = 4;

/** What one caller cannot change: an IPv4 address, or the network of an IPv6 address. */
function network(ip: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !isIPv6(ip)) return mapped ?? ip;
  const [before = "", after] = ip.split("::").map((part) => part.split(":").filter(Boolean));
  const zeros = after === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(zeros).fill("0"), ...(after ?? [])];
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

function digest(name: string): string {
  return createHash("sha256").update(name).digest("base64url");
}
