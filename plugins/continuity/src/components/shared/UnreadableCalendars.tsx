import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { UnreadableCalendar } from '@continuity/plugin-continuity-common';
import { continuityTranslationRef } from '../../translation';
import { EntityLink } from './EntityLink';
import { Notice } from './Notice';

/** Which calendars could not be read, what that means and what to do. */
export const UnreadableCalendars = (props: {
  calendars: UnreadableCalendar[];
}) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { calendars } = props;
  if (calendars.length === 0) return null;
  return (
    <Notice
      tone="bad"
      title={t('banner.unreadable', { count: calendars.length })}
    >
      {t('banner.unreadableMeans')} {t('banner.unreadableRemedy')}
      <ul>
        {calendars.map(({ ref, problem }) => (
          <li key={ref}>
            <EntityLink entityRef={ref} />: {problem}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
