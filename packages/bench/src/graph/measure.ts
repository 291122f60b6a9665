import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const collectGarbage: () => void = vm.runInNewContext('gc');

export interface Timed<T> {
  result: T;
  /** On the clock. */
  ms: number;
  /** Of the processors: what it takes on a machine with nothing else to do. */
  cpuMs: number;
}

export function timed<T>(work: () => T): Timed<T> {
  const began = process.cpuUsage();
  const started = performance.now();
  const result = work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(began);
  return { result, ms, cpuMs: (user + system) / 1000 };
}

/** The quickest of some runs: on a busy machine the others measure the machine. */
export function least<T extends { ms: number }>(
  runs: number,
  work: () => T,
): T {
  let best = work();
  for (let run = 1; run < runs; run++) {
    const next = work();
    if (next.ms < best.ms) best = next;
  }
  return best;
}

/** What the process uses after its garbage is collected, and what it holds of the machine. */
export function megabytes(): { used: number; resident: number } {
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: (heapUsed + external) / 1_048_576, resident: rss / 1_048_576 };
}

export function share(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) * part)];
}

/** The times without what came of it. */
export function timesOf({ ms, cpuMs }: Timed<unknown>) {
  return { ms, cpuMs };
}
