import type { IcalEvent } from '../readEvent';
import { withoutMarkup } from './withoutMarkup';

/** More than any author reads; the rest stands where the event comes from. */
const MAX_TITLE = 200;
const MAX_REASON = 2_000;

/** What an event without SUMMARY is called. */
export const NO_TITLE = '(no title)';

/** The words of an event, as a window has them. Absent: the event says nothing. */
export function wordsOf({ summary, description }: IcalEvent): {
  title?: string;
  reason?: string;
} {
  const title = cut(summary, MAX_TITLE);
  const reason = cut(description && withoutMarkup(description), MAX_REASON);
  return {
    ...(title !== undefined && { title }),
    ...(reason !== undefined && { reason }),
  };
}

function cut(text: string | undefined, length: number): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed || trimmed.length <= length) return trimmed || undefined;
  // By whole characters: half an emoji is no text.
  const kept = [...trimmed.slice(0, length - 3)];
  if (/\p{Surrogate}/u.test(kept[kept.length - 1])) kept.pop();
  return `${kept.join('')}...`;
}
