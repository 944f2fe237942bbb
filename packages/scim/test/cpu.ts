/**
 * How much CPU a piece of work takes, in milliseconds: the least of a few attempts, because the garbage collector and
 * the compiler may run meanwhile. What is slow is slow every time.
 */
export async function leastCpu(attempts: number, limit: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts && least >= limit; attempt++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
