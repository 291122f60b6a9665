import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityWindow } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  WindowDetails,
  WindowFact,
  WindowStrip,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { continuityTranslationRef } from '../../translation';
import {
  useCalendarPaths,
  type CalendarPaths,
} from '../calendar/shared/useCalendarPaths';
import { SubscribeDialog } from '../calendar/subscribe/SubscribeDialog';
import { CalendarLink } from '../shared/CalendarLink';
import { EntityLink } from '../shared/EntityLink';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { UnreadableCalendars } from '../shared/UnreadableCalendars';
import { DAYS, type UpcomingWindows } from './useUpcomingWindows';

const Details = (props: { window: EntityWindow; paths?: CalendarPaths }) => {
  const { window, paths } = props;
  const { portalWindowId } = window;
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <WindowDetails
      window={window}
      editPath={portalWindowId ? paths?.editWindow(portalWindowId) : undefined}
    >
      <WindowFact name={t('windows.owner')}>
        <EntityLink entityRef={window.owner} />
      </WindowFact>
      <WindowFact name={t('windows.source')}>
        <CalendarLink
          calendarRef={window.calendarRef}
          title={window.calendarTitle}
        />
      </WindowFact>
    </WindowDetails>
  );
};

/** When windows are in force for the service, over the next 90 days of the reader. */
export const WindowsSection = (
  props: UpcomingWindows & { entityRef: string },
) => {
  const { windows, days, now, entityRef } = props;
  const { t } = useTranslationRef(continuityTranslationRef);
  const paths = useCalendarPaths();
  const [subscribing, setSubscribing] = useState(false);
  const actions = (
    <>
      {paths ? (
        <Button size="small" component={Link} to={paths.plan(entityRef)}>
          {t('windows.plan')}
        </Button>
      ) : null}
      {paths ? (
        <Button
          size="small"
          component={Link}
          to={paths.calendar({ filters: { entity: entityRef } })}
        >
          {t('windows.calendar')}
        </Button>
      ) : null}
      <Button size="small" onClick={() => setSubscribing(true)}>
        {t('windows.subscribe')}
      </Button>
    </>
  );
  return (
    <Section
      title={t('windows.title', { days: String(DAYS) })}
      action={actions}
    >
      <ResourceView
        resource={windows}
        what={t('windows.what')}
        permission={needs.entity}
      >
        {({ items, truncated, unreadableCalendars }) => (
          <>
            <UnreadableCalendars calendars={unreadableCalendars} />
            <WindowStrip
              windows={items}
              days={days}
              now={now}
              details={window => <Details window={window} paths={paths} />}
            />
            {truncated ? (
              <Typography variant="body2">{t('windows.truncated')}</Typography>
            ) : null}
          </>
        )}
      </ResourceView>
      {subscribing ? (
        <SubscribeDialog
          subjects={[{ kind: 'entity', ref: entityRef }]}
          onClose={() => setSubscribing(false)}
        />
      ) : null}
    </Section>
  );
};
