import { ErrorPage } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Route, Routes, useLocation } from 'react-router-dom';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { LinkGroup } from '../../shared/LinkGroup';
import {
  CampaignFormPage,
  EditCampaignPage,
} from '../campaigns/form/CampaignFormPage';
import { CampaignsContent } from '../campaigns/list/CampaignsContent';
import { CampaignPage } from '../campaigns/page/CampaignPage';
import { ExemptionsContent } from '../list/ExemptionsContent';
import { useScorecardPaths } from '../shared/useScorecardPaths';
import { ScorecardsContent } from './ScorecardsContent';
import { ServiceRedirect } from './ServiceRedirect';

const PAGES = ['heatMap', 'campaigns', 'exemptions'] as const;

const Pages = () => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const paths = useScorecardPaths();
  const { pathname } = useLocation();
  if (!paths) return null;
  return (
    <LinkGroup
      label={t('pages.label')}
      links={PAGES.map(page => {
        const to = paths[page]();
        return {
          key: page,
          to,
          label: t(`pages.${page}`),
          // What lies below a page belongs to it.
          current:
            pathname === to ||
            (page !== 'heatMap' && pathname.startsWith(`${to}/`)),
        };
      })}
    />
  );
};

const NotFound = () => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return <ErrorPage status="404" statusMessage={t('pages.notFound')} />;
};

/** The pages about scorecards: services by check, campaigns, and exemptions. */
export const ScorecardsPage = () => (
  <>
    <Pages />
    <Routes>
      <Route index element={<ScorecardsContent />} />
      <Route path="exemptions" element={<ExemptionsContent />} />
      <Route path="campaigns" element={<CampaignsContent />} />
      <Route path="campaigns/new" element={<CampaignFormPage />} />
      <Route path="campaigns/:id" element={<CampaignPage />} />
      <Route path="campaigns/:id/edit" element={<EditCampaignPage />} />
      <Route
        path=":scorecard"
        element={<ServiceRedirect otherwise={<NotFound />} />}
      />
      <Route path="*" element={<NotFound />} />
    </Routes>
  </>
);
