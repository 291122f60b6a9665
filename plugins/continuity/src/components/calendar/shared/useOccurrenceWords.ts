import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityReactTranslationRef } from '@continuity/plugin-continuity-react';
import { useCallback } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import type { OccurrenceIndex, ViewWindow } from '../layout/occurrenceIndex';
import type { TimeWords } from '../time/timeWords';

/** What a window does, in a word. */
export function useWindowWord(): (window: ViewWindow) => string {
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return useCallback(
    window =>
      window.effect === 'maintenance'
        ? t(`maintenance.${window.enforcement}`)
        : t(`enforcement.${window.enforcement}`),
    [t],
  );
}

/** The title of an occurrence, which may have one of its own. */
export function titleOf(index: OccurrenceIndex, position: number): string {
  return index.occurrence(position).title ?? index.window(position).title;
}

/** All that can be seen of an occurrence, in a sentence for those who do not see it. */
export function useOccurrenceLabel(
  index: OccurrenceIndex,
  words: TimeWords,
): (position: number, count?: number) => string {
  const { t } = useTranslationRef(calendarTranslationRef);
  const word = useWindowWord();
  return useCallback(
    (position, count = 1) => {
      const window = index.window(position);
      const label = t('occurrence.label', {
        title: titleOf(index, position),
        what: word(window),
        period: words.range(index.starts[position], index.ends[position]),
        calendar: window.calendarTitle,
      });
      return [
        label,
        count > 1 ? t('grid.timesWords', { number: words.number(count) }) : '',
        window.degraded ? t('occurrence.degraded') : '',
        index.occurrence(position).note ?? '',
      ]
        .filter(Boolean)
        .join(', ');
    },
    [index, words, t, word],
  );
}
