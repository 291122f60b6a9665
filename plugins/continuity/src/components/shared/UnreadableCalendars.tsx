import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { UnreadableCalendar } from '@continuity/plugin-continuity-common';
import {
  formatAge,
  useNow,
  useReader,
} from '@continuity/plugin-continuity-react';
import { continuityTranslationRef } from '../../translation';
import { CalendarLink } from './CalendarLink';
import { Notice } from './Notice';

/** Which calendars could not be read, why, what that means and what to do. */
export const UnreadableCalendars = (props: {
  calendars: UnreadableCalendar[];
}) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { locale } = useReader();
  const now = useNow();
  const { calendars } = props;
  if (calendars.length === 0) return null;
  const closed = calendars.some(({ lastGoodAt }) => !lastGoodAt);
  return (
    <Notice
      tone={closed ? 'bad' : 'notice'}
      title={t('banner.unreadable', { count: calendars.length })}
    >
      {t('banner.unreadableRemedy')}
      <ul>
        {calendars.map(({ ref, problem, lastGoodAt }) => (
          <li key={ref}>
            <CalendarLink calendarRef={ref} />: {problem}
            <br />
            {lastGoodAt
              ? t('banner.unreadableStands', {
                  age: formatAge(lastGoodAt, now, locale),
                })
              : t('banner.unreadableClosed')}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
