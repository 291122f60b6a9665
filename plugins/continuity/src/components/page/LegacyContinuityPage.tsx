import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityTranslationRef } from '../../translation';
import { CalendarPage } from '../calendar/CalendarPage';
import { ChangesPage } from '../changes/ChangesPage';
import { DriftPage } from '../drift/page/DriftPage';
import { FleetContent } from '../fleet/FleetContent';
import { GraphPage } from '../graph/GraphPage';
import { OperationsContent } from '../operations/OperationsContent';
import { ScorecardsPage } from '../scorecards/page/ScorecardsPage';
import { useMayOperate } from './useMayOperate';

/** The whole page for the legacy frontend system, where a page brings its header. */
export const LegacyContinuityPage = () => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const mayOperate = useMayOperate();
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
        <TabbedLayout.Route path="/changes" title={t('page.changes')}>
          <ChangesPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/dependencies" title={t('page.graph')}>
          <GraphPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/scorecards" title={t('page.scorecards')}>
          <ScorecardsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/drift" title={t('page.drift')}>
          <DriftPage />
        </TabbedLayout.Route>
        {mayOperate ? (
          <TabbedLayout.Route path="/operations" title={t('page.operations')}>
            <OperationsContent />
          </TabbedLayout.Route>
        ) : null}
      </TabbedLayout>
    </Page>
  );
};
