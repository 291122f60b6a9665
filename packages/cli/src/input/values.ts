import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { formatInstant, parseInstant } from '@continuity/engine';
import { UsageError } from '../exitCodes';

/** @returns the canonical, lower-case ref */
export function entityRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text)).toLowerCase();
  } catch {
    throw new UsageError(
      `--entity: "${text}" is not an entity ref, e.g. component:default/payments-api`,
    );
  }
}

export function releaseClass(text: string): 'standard' | 'major' | 'emergency' {
  if (text === 'standard' || text === 'major' || text === 'emergency') {
    return text;
  }
  throw new UsageError(
    `--class: "${text}" is not one of standard, major, emergency`,
  );
}

export function digest(text: string): string {
  if (/^sha256:[a-f0-9]{64}$/.test(text)) return text;
  throw new UsageError(
    `--digest: "${text}" is not a digest: sha256: and 64 lower-case hexadecimal digits`,
  );
}

/** @returns the moment in UTC */
export function instant(text: string): string {
  const at = parseInstant(text);
  if (at !== undefined) return formatInstant(at);
  throw new UsageError(
    `--at: "${text}" is not an ISO 8601 date and time with its offset, e.g. 2026-11-30T20:00:00Z`,
  );
}

/** `30s`, `2m`, `500ms`, or seconds without a unit. @returns milliseconds */
export function parseDelay(text: string, option: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text);
  const unit = { ms: 1, s: 1000, m: 60_000 };
  const value =
    match && Number(match[1]) * unit[(match[2] ?? 's') as keyof typeof unit];
  if (value && value > 0 && value <= 3_600_000) return value;
  throw new UsageError(
    `${option}: "${text}" is not a time up to an hour, e.g. 30s, 2m or 500ms`,
  );
}
