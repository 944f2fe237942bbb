import { randomFillSync } from "node:crypto";

const POOL_BYTES = 10 * 1024;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;
let lastMs = 0;
let sequence = 0;

/**
 * A new UUID version 7 (RFC 9562 §5.7): 48 bits of Unix time in milliseconds, then 12 bits that count up within
 * one millisecond (method 1 of §6.2), then 62 random bits. Ids made by one process sort in the order they were made.
 *
 * @returns the canonical lower-case text form
 */
export function uuidv7(): string {
  if (used + 10 > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // Half the counter's range is left free for the ids to come in this millisecond.
    sequence = pool.readUInt16BE(used) & 0x7ff;
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  const time = lastMs.toString(16).padStart(12, "0");
  const counter = sequence.toString(16).padStart(3, "0");
  const variant = ((pool.readUInt16BE(used + 2) & 0x3fff) | 0x8000).toString(16);
  const tail = pool.toString("hex", used + 4, used + 10);
  used += 10;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}-${tail}`;
}
