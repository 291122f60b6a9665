import { ErrorPage } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Route, Routes, useLocation } from 'react-router-dom';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { LinkGroup } from '../../shared/LinkGroup';
import { ExemptionsContent } from '../list/ExemptionsContent';
import { useScorecardPaths } from '../shared/useScorecardPaths';
import { ScorecardsContent } from './ScorecardsContent';

const PAGES = ['heatMap', 'exemptions'] as const;

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
          current: pathname === to,
        };
      })}
    />
  );
};

const NotFound = () => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return <ErrorPage status="404" statusMessage={t('pages.notFound')} />;
};

/** The pages about scorecards: services by check, and exemptions. */
export const ScorecardsPage = () => (
  <>
    <Pages />
    <Routes>
      <Route index element={<ScorecardsContent />} />
      <Route path="exemptions" element={<ExemptionsContent />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  </>
);
