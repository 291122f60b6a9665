import type { RehearsalDifference } from '@continuity/migrations';
import { describeDifference } from './describeRehearsal';

const inSchema = (
  part: Pick<RehearsalDifference & { in: 'schema' }, 'object' | 'how' | 'fact'>,
): RehearsalDifference => ({ in: 'schema', step: 'compare', ...part });

// Objects and facts as the catalog queries of the rehearsal name them.
it.each<[RehearsalDifference, string]>([
  [
    inSchema({ object: 'type public.mood', how: 'changed', fact: 'values' }),
    'type public.mood has changed: values',
  ],
  [
    inSchema({
      object: 'column public.accounts.note',
      how: 'changed',
      fact: 'not null',
    }),
    'column public.accounts.note has changed: not null',
  ],
  [
    inSchema({ object: 'table public.audit', how: 'missing' }),
    'table public.audit is missing',
  ],
  [
    inSchema({ object: 'index public.by_name', how: 'added' }),
    'index public.by_name remains',
  ],
])('says %j in words', (difference, words) => {
  expect(describeDifference(difference)).toBe(words);
});
