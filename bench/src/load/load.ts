import { setTimeout as sleep } from "node:timers/promises";
import { HttpConnection, type RawReply } from "./http-connection.ts";

export interface Load {
  readonly port: number;
  /** The request to send next; `n` counts up from 0 over the whole life of the load. */
  readonly next: (n: number) => Buffer;
  /** Statuses that count as right. */
  readonly expect: readonly number[];
  readonly concurrency?: number;
}

/** What one run gave. Times in milliseconds. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly requests: number;
}

/** A stream of requests to one server, of which runs can be taken again and again. */
export class Generator {
  readonly #load: Load;
  readonly #connections: HttpConnection[];
  #n = 0;

  constructor(load: Load) {
    this.#load = load;
    this.#connections = Array.from({ length: load.concurrency ?? 16 }, () => new HttpConnection(load.port));
  }

  /** As many requests as the server answers, each connection sending the next as soon as it has its reply. */
  async saturate(seconds: number): Promise<LoadResult> {
    const times: number[] = [];
    const started = performance.now();
    const end = started + seconds * 1000;
    await Promise.all(
      this.#connections.map(async (connection) => {
        while (performance.now() < end) times.push((await this.#once(connection)).ms);
      }),
    );
    return summary(times, (performance.now() - started) / 1000);
  }

  /**
   * A fixed rate, whatever the server does: where no connection was free when a request was due, its time counts from
   * that moment, so that a stall is seen by every request that it held up.
   */
  async atRate(perSecond: number, seconds: number): Promise<LoadResult> {
    const times: number[] = [];
    const started = performance.now();
    const total = Math.floor(perSecond * seconds);
    let issued = 0;
    await Promise.all(
      this.#connections.map(async (connection) => {
        for (let mine = issued++; mine < total; mine = issued++) {
          const due = started + (mine / perSecond) * 1000;
          const early = due - performance.now();
          if (early > 0) await sleep(early);
          const from = early > 0 ? performance.now() : due;
          await this.#once(connection);
          times.push(performance.now() - from);
        }
      }),
    );
    return summary(times, (performance.now() - started) / 1000);
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
  }

  async #once(connection: HttpConnection): Promise<RawReply> {
    const reply = await connection.send(this.#load.next(this.#n++));
    if (!this.#load.expect.includes(reply.status))
      throw new Error(`Unexpected answer:\n${reply.text.slice(0, 1000)}`);
    return reply;
  }
}

/**
 * Rate and percentiles of a run.
 *
 * @param times milliseconds of each request; sorted in place
 * @param seconds length of the run
 */
export function summary(times: number[], seconds: number): LoadResult {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    requests: times.length,
  };
}
