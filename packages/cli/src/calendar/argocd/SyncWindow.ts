/**
 * A window of `spec.syncWindows` of an AppProject of Argo CD, under the names that Argo CD
 * has for its parts.
 */
export interface SyncWindow {
  /** One `allow` that matches an application denies it whenever none is in force; a `deny` wins over each. */
  kind: 'allow' | 'deny';
  /** Minute, hour, day of the month, month and weekday, on the clock of `timeZone`. */
  schedule: string;
  /** As Go writes it, e.g. `14h30m`; counted on the clock of `timeZone`, too. */
  duration: string;
  /** IANA zone. */
  timeZone: string;
  applications?: string[];
  namespaces?: string[];
  clusters?: string[];
  /** Whether people may sync all the same. */
  manualSync: boolean;
}

/** When a {@link SyncWindow} is in force, and what it came from. */
export interface SyncWindowDraft
  extends Pick<SyncWindow, 'kind' | 'schedule' | 'duration' | 'timeZone'> {
  /** One line, for whoever reads the project. */
  about: string;
}

const MINUTE_MS = 60_000;

/** Whole minutes as Go writes a duration. */
export function goDuration(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours === 0 ? '' : `${hours}h`}${
    rest === 0 && hours > 0 ? '' : `${rest}m`
  }`;
}

/**
 * A single time, in UTC, where no clock changes. Cron knows no year: it comes back a year
 * later unless the project is written anew before.
 */
export function datedWindow(
  kind: SyncWindow['kind'],
  { start, end }: { start: number; end: number },
  about: string,
): SyncWindowDraft | undefined {
  const [down, up] = [
    Math.floor(start / MINUTE_MS) * MINUTE_MS,
    Math.ceil(start / MINUTE_MS) * MINUTE_MS,
  ];
  // Seconds that cron cannot tell are closed ones.
  const from = kind === 'deny' ? down : up;
  const to =
    (kind === 'deny'
      ? Math.ceil(end / MINUTE_MS)
      : Math.floor(end / MINUTE_MS)) * MINUTE_MS;
  if (to <= from) return undefined;
  const at = new Date(from);
  return {
    kind,
    schedule: `${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${
      at.getUTCMonth() + 1
    } *`,
    duration: goDuration(to - from),
    timeZone: 'UTC',
    about,
  };
}
