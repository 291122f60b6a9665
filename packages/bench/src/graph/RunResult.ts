/** Milliseconds on the clock, and of the processors. */
export interface Times {
  ms: number;
  cpuMs: number;
}

export interface AskedImpact extends Times {
  /** How many failed or degraded. */
  reached: number;
}

/** What one way of doing it says of one size. */
export interface RunResult {
  edges: number;
  /** Making up the catalog, which is part of building from it. */
  stream: Times;
  build: Times;
  /** What the graph itself takes. */
  keptMb: number;
  /** The most that the process held while it built. */
  peakMb: number;
  /** What the process holds after all that it was asked. */
  residentMb: number;
  impacts: AskedImpact[];
  /** Where everything falls. */
  worst: AskedImpact;
  more: Record<string, Times>;
}
