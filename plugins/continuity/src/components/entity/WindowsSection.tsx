import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ResourceView,
  WindowStrip,
  daysFrom,
  useEntityWindows,
  useNow,
  useReader,
} from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { continuityTranslationRef } from '../../translation';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { UnreadableCalendars } from '../shared/UnreadableCalendars';

const DAYS = 30;

/** When windows are in force for the service, over the next 30 days of the reader. */
export const WindowsSection = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { timeZone } = useReader();
  const now = useNow();
  const today = daysFrom(now, 1, timeZone)[0].start;
  // Stays the same until the reader's midnight, and so do the question and its answer.
  const days = useMemo(
    () => daysFrom(today, DAYS, timeZone),
    [today, timeZone],
  );
  const windows = useEntityWindows(entityRef, {
    from: new Date(days[0].start).toISOString(),
    to: new Date(days[days.length - 1].end).toISOString(),
  });
  return (
    <Section title={t('windows.title', { days: String(DAYS) })}>
      <ResourceView
        resource={windows}
        what={t('windows.what')}
        permission={needs.entity}
      >
        {({ items, truncated, unreadableCalendars }) => (
          <>
            <UnreadableCalendars calendars={unreadableCalendars} />
            <WindowStrip windows={items} days={days} now={now} />
            {truncated ? (
              <Typography variant="body2">{t('windows.truncated')}</Typography>
            ) : null}
          </>
        )}
      </ResourceView>
    </Section>
  );
};
