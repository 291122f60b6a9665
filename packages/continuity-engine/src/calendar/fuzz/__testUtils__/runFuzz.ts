// eslint-disable-next-line no-restricted-imports -- nothing else can stop what hangs
import vm from 'node:vm';

/** What a run over many cases came to. */
export interface FuzzReport {
  runs: number;
  firstSeed: number;
  /** By kind of input: how many there were, and how many were understood as a whole. */
  kinds: Record<string, { runs: number; understood: number }>;
  /** Processor time of the slowest case, and its seed. */
  slowest: { seed: number; ms: number };
  failures: { seed: number; what: string }[];
}

/** What a case came to: whether it was understood, and what went wrong. */
export interface FuzzOutcome {
  kind: string;
  understood: boolean;
  wrong: readonly string[];
}

const MAX_FAILURES = 10;
/** The longest that a case may take. */
const LIMIT_MS = 1_000;
/** From here on it is looked at more closely. */
const SLOW_MS = 100;
const BATCH = 50;
/** A case beyond all limits; other processes may take the processor meanwhile. */
const HANG_MS = 60_000;

/**
 * Runs cases `firstSeed`, `firstSeed + 1` and so on; a case is all decided by its
 * seed, so one that failed is had again with `FUZZ_SEED=<seed> FUZZ_RUNS=1`.
 *
 * Time is processor time: a busy machine is no fault of the reader.
 */
export function runFuzz(
  runCase: (seed: number) => FuzzOutcome,
  { runs, firstSeed }: { runs: number; firstSeed: number },
): FuzzReport {
  const report: FuzzReport = {
    runs: 0,
    firstSeed,
    kinds: {},
    slowest: { seed: firstSeed, ms: 0 },
    failures: [],
  };
  let seed = firstSeed;
  const runOne = () => {
    const began = performance.now();
    const outcome = attempt(runCase, seed);
    let ms = performance.now() - began;
    // Asked again with the processor's time, which is what counts and takes long to ask.
    if (ms > SLOW_MS) ms = processorTime(() => attempt(runCase, seed));
    if (ms > report.slowest.ms) report.slowest = { seed, ms };
    if (ms > LIMIT_MS) {
      report.failures.push({ seed, what: `takes ${Math.round(ms)} ms` });
    }
    for (const what of outcome.wrong) report.failures.push({ seed, what });
    report.runs += 1;
    const kind = (report.kinds[outcome.kind] ??= { runs: 0, understood: 0 });
    kind.runs += 1;
    if (outcome.understood) kind.understood += 1;
    seed += 1;
  };
  const context = vm.createContext({ runOne });
  while (report.runs < runs && report.failures.length < MAX_FAILURES) {
    const batch = Math.min(BATCH, runs - report.runs);
    try {
      new vm.Script(`for (let i = 0; i < ${batch}; i++) runOne()`).runInContext(
        context,
        { timeout: HANG_MS },
      );
    } catch (error) {
      report.failures.push({ seed, what: `hangs: ${error}` });
      return report;
    }
  }
  return report;
}

function attempt(
  runCase: (seed: number) => FuzzOutcome,
  seed: number,
): FuzzOutcome {
  try {
    return runCase(seed);
  } catch (error) {
    const what = error instanceof Error ? error.stack : String(error);
    return { kind: 'crash', understood: false, wrong: [`crash: ${what}`] };
  }
}

function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
