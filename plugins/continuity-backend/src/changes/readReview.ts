import {
  readShape,
  strictShape,
  textThat,
  type Problem,
} from '@continuity/engine';
import { maskSecrets } from '../evidence';
import type { ChangeReview } from './types';

/** The review of a change as it arrives, and what it lacks. */
export interface ReadReview {
  /** Absent: it is not complete. */
  value?: Pick<ChangeReview, 'summary' | 'followUp'>;
  problems: readonly Problem[];
}

const MAX = 5_000;
const prose = textThat(
  `a text that says something, at most ${MAX} characters`,
  text => /\S/.test(text) && text.length <= MAX,
);
const shape = strictShape('a review', { summary: prose, followUp: prose });

/** Reads what came of a change and what is to be done about it; secrets are masked. */
export function readReview(raw: unknown): ReadReview {
  const reading = readShape(shape, maskSecrets(raw ?? {}), 'review');
  return reading.ok
    ? { value: reading.value, problems: [] }
    : { problems: reading.problems };
}
