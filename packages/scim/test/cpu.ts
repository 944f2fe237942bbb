/** What reading `REFERENCE` takes on the machine for which the limits are set, in milliseconds. */
const REFERENCE_MS = 15;
const REFERENCE = JSON.stringify(
  Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`a${index}`, 1])),
);

/** By how much this machine is slower than that one; a faster one counts as the same. */
const slowness = Math.max(1, (await least(20, 0, () => JSON.parse(REFERENCE))) / REFERENCE_MS);

/**
 * How much CPU a piece of work takes, in milliseconds of the machine for which the limits are set: the least of a few
 * attempts, because the garbage collector and the compiler may run meanwhile. What is slow is slow every time.
 */
export async function leastCpu(attempts: number, limit: number, work: () => unknown): Promise<number> {
  return (await least(attempts, limit * slowness, work)) / slowness;
}

async function least(attempts: number, limit: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts && least >= limit; attempt++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
