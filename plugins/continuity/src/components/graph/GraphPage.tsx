import { ErrorPage } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Route, Routes, useLocation } from 'react-router-dom';
import { graphTranslationRef } from '../../translation/graphTranslationRef';
import { LinkGroup } from '../shared/LinkGroup';
import { ExploreContent } from './explore/ExploreContent';
import { FindingsContent } from './findings/FindingsContent';
import { SaasContent } from './saas/SaasContent';
import { useGraphPaths } from './shared/useGraphPaths';

const PAGES = ['explore', 'findings', 'saas'] as const;

const Pages = () => {
  const { t } = useTranslationRef(graphTranslationRef);
  const paths = useGraphPaths();
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
  const { t } = useTranslationRef(graphTranslationRef);
  return <ErrorPage status="404" statusMessage={t('pages.notFound')} />;
};

/** The pages about dependencies: what if, what cannot hold, and third parties. */
export const GraphPage = () => (
  <>
    <Pages />
    <Routes>
      <Route index element={<ExploreContent />} />
      <Route path="findings" element={<FindingsContent />} />
      <Route path="third-parties" element={<SaasContent />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  </>
);
