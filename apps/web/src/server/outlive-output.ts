/**
 * Keeps the process going when what it prints to is closed: a terminal that went, a pipe whose reader ended. Without it
 * the error of the write is itself printed, which fails again, and so on: the process neither works nor ends.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
