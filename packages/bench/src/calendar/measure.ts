import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const collectGarbage: () => void = vm.runInNewContext('gc');

export interface Timed<T> {
  result: T;
  ms: number;
}

export function timed<T>(work: () => T): Timed<T> {
  const started = performance.now();
  const result = work();
  return { result, ms: performance.now() - started };
}

/** What is kept, in megabytes: the heap and the memory beside it, garbage collected. */
export function keptMb(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}

export interface Spread {
  /** How many were measured. */
  count: number;
  total: number;
  mean: number;
  p50: number;
  p99: number;
  worst: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)];
  const total = sorted.reduce((sum, value) => sum + value, 0);
  return {
    count: sorted.length,
    total,
    mean: total / sorted.length,
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
  };
}

/** Microseconds for each of many, and of the processors for one of them, garbage collection included. */
export interface Measured extends Spread {
  cpu: number;
}

/**
 * @param options.before - Done before each, and not counted.
 * @param options.maxMs - Stops after so long, before and all. Absent: when all are done.
 */
export function measured<T>(
  many: readonly T[],
  work: (one: T, place: number) => unknown,
  {
    before,
    maxMs = Infinity,
  }: { before?: (one: T, place: number) => unknown; maxMs?: number } = {},
): Measured {
  const began = process.cpuUsage();
  const until = performance.now() + maxMs;
  const latencies: number[] = [];
  for (const [place, one] of many.entries()) {
    if (performance.now() >= until) break;
    before?.(one, place);
    latencies.push(timed(() => work(one, place)).ms * 1000);
  }
  const { user, system } = process.cpuUsage(began);
  const times = before ? 2 : 1;
  return {
    ...spread(latencies),
    cpu: (user + system) / latencies.length / times,
  };
}
