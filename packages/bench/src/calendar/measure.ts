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
  mean: number;
  p50: number;
  p99: number;
  worst: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)];
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
  };
}

/** Microseconds for each of many, and of the processors for one of them, garbage collection included. */
export interface Measured extends Spread {
  cpu: number;
}

/** @param before - Done before each, and not counted. */
export function measured<T>(
  many: readonly T[],
  work: (one: T) => unknown,
  before?: (one: T) => unknown,
): Measured {
  const began = process.cpuUsage();
  const latencies = many.map(one => {
    before?.(one);
    return timed(() => work(one)).ms * 1000;
  });
  const { user, system } = process.cpuUsage(began);
  const times = before ? 2 : 1;
  return { ...spread(latencies), cpu: (user + system) / many.length / times };
}
