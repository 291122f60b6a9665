import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Fleet } from '@continuity/plugin-continuity-common';
import { ResourceView, useFleet } from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { continuityTranslationRef } from '../../translation';
import { needs } from '../shared/permissions';
import { StatusBanner } from '../shared/StatusBanner';
import { UnreadableCalendars } from '../shared/UnreadableCalendars';
import { FleetFilters } from './FleetFilters';
import { toQuery, type FleetView } from './fleetParams';
import { FleetTable } from './FleetTable';
import { FleetTiles } from './FleetTiles';
import { UpcomingSection } from './UpcomingSection';
import { useFleetView } from './useFleetView';

const Loaded = (props: {
  fleet: Fleet;
  view: FleetView;
  change: (part: Partial<FleetView>) => void;
  refreshing: boolean;
}) => {
  const { fleet, view, change, refreshing } = props;
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <Grid container spacing={3} aria-busy={refreshing}>
      <Grid item xs={12}>
        <UnreadableCalendars calendars={fleet.unreadableCalendars} />
        <FleetTiles totals={fleet.totals} view={view} change={change} />
      </Grid>
      <Grid item xs={12}>
        <UpcomingSection upcoming={fleet.upcoming} />
      </Grid>
      <Grid item xs={12}>
        <Paper>
          <FleetFilters filters={fleet.filters} view={view} change={change} />
          {refreshing ? (
            <LinearProgress
              aria-label={t('fleet.what')}
              style={{ marginBottom: -4 }}
            />
          ) : null}
          <FleetTable fleet={fleet} view={view} change={change} />
        </Paper>
      </Grid>
    </Grid>
  );
};

/** All services at a glance: by tier, frozen now, unclassified, and what changes soon. */
export const FleetContent = () => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const [view, change] = useFleetView();
  const fleet = useFleet(toQuery(view));
  return (
    <>
      <StatusBanner />
      <ResourceView
        resource={fleet}
        what={t('fleet.what')}
        permission={needs.fleet}
        lines={12}
      >
        {value => (
          <Loaded
            fleet={value}
            view={view}
            change={change}
            refreshing={fleet.state === 'ready' && fleet.refreshing}
          />
        )}
      </ResourceView>
    </>
  );
};
