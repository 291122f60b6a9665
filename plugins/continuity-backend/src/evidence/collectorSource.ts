/** What the sources of collectors begin with. */
const PREFIX = 'collector:';

/** The source of what a collector reports, and who it is in the ledger. */
export function collectorSource(collector: string): string {
  return `${PREFIX}${collector}`;
}

/** Whether a source is that of a collector, under which nobody else may report. */
export function isCollectorSource(source: string): boolean {
  return source.toLocaleLowerCase('en-US').startsWith(PREFIX);
}
