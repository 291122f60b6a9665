import { ErrorPage } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Route, Routes, useLocation } from 'react-router-dom';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { LinkGroup } from '../../shared/LinkGroup';
import { StatusBanner } from '../../shared/StatusBanner';
import { DriftSectionOfFleet } from '../list/DriftSectionOfFleet';
import { ParitySection } from '../parity/ParitySection';
import { useDriftPaths } from '../shared/useDriftPaths';

const PAGES = ['list', 'parity'] as const;

const Pages = () => {
  const { t } = useTranslationRef(driftTranslationRef);
  const paths = useDriftPaths();
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
          current: pathname.replace(/\/+$/, '') === to,
        };
      })}
    />
  );
};

const NotFound = () => {
  const { t } = useTranslationRef(driftTranslationRef);
  return <ErrorPage status="404" statusMessage={t('pages.notFound')} />;
};

/** The pages about drift: who drifts, and the parity of environments. */
export const DriftPage = () => (
  <>
    <Pages />
    <StatusBanner />
    <Routes>
      <Route index element={<DriftSectionOfFleet />} />
      <Route path="parity" element={<ParitySection />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  </>
);
