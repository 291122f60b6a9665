import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityTranslationRef } from '../../translation';
import { CalendarPage } from '../calendar/CalendarPage';
import { FleetContent } from '../fleet/FleetContent';
import { GraphPage } from '../graph/GraphPage';

/** The whole page for the legacy frontend system, where a page brings its header. */
export const LegacyContinuityPage = () => {
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} subtitle={t('page.subtitle')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/" title={t('page.fleet')}>
          <FleetContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/calendar" title={t('page.calendar')}>
          <CalendarPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/dependencies" title={t('page.graph')}>
          <GraphPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
};
