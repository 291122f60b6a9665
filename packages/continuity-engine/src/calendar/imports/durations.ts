/** Milliseconds of a unit as Go's `time.ParseDuration` reads it. */
const GO_UNITS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

/** A length in passing time, as ISO 8601 and in milliseconds. */
export interface ExactLength {
  iso: string;
  ms: number;
}

/**
 * Reads a duration of Go, e.g. `8h` or `1h30m`.
 *
 * @returns undefined for anything else, a negative one, and one of less than a second;
 * Go has no days.
 */
export function parseGoDuration(text: string): ExactLength | undefined {
  const trimmed = text.trim().replace(/^\+/, '');
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(trimmed)) {
    return undefined;
  }
  let ms = 0;
  for (const [, amount, unit] of trimmed.matchAll(/([\d.]+)([a-zµμ]+)/g)) {
    ms += Number(amount) * GO_UNITS[unit];
  }
  return exactLength(Math.round(ms));
}

/**
 * Reads a length such as `8h`, `1d 12h` or `2w`. Days and weeks are counted on the
 * clock, hours and smaller as time that passes.
 */
export function parsePlainDuration(
  text: string,
): { iso: string; ms: number } | undefined {
  const trimmed = text.trim().toLocaleLowerCase('en-US');
  if (!/^(?:\d{1,6}\s*[wdhms]\s*)+$/.test(trimmed)) return undefined;
  const amounts = { w: 0, d: 0, h: 0, m: 0, s: 0 };
  for (const [, amount, unit] of trimmed.matchAll(/(\d+)\s*([wdhms])/g)) {
    amounts[unit as keyof typeof amounts] += Number(amount);
  }
  const { w, d, h, m, s } = amounts;
  const days = w * 7 + d;
  const ms = (((days * 24 + h) * 60 + m) * 60 + s) * 1000;
  if (ms === 0) return undefined;
  const clock = [h && `${h}H`, m && `${m}M`, s && `${s}S`]
    .filter(Boolean)
    .join('');
  const iso = `P${days > 0 ? `${days}D` : ''}${clock ? `T${clock}` : ''}`;
  return { iso, ms };
}

/** `PT8H30M`; undefined for less than a second. */
export function exactLength(ms: number): ExactLength | undefined {
  if (!Number.isSafeInteger(ms) || ms < 1000) return undefined;
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = (ms % 60_000) / 1000;
  const parts = [
    hours > 0 ? `${hours}H` : '',
    minutes > 0 ? `${minutes}M` : '',
    seconds > 0 ? `${seconds}S` : '',
  ];
  return { iso: `PT${parts.join('')}`, ms };
}
