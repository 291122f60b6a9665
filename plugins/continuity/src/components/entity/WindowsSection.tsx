import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ResourceView, WindowStrip } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { UnreadableCalendars } from '../shared/UnreadableCalendars';
import { DAYS, type UpcomingWindows } from './useUpcomingWindows';

/** When windows are in force for the service, over the next 30 days of the reader. */
export const WindowsSection = ({ windows, days, now }: UpcomingWindows) => {
  const { t } = useTranslationRef(continuityTranslationRef);
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
