import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ContinuityStatus } from '@continuity/plugin-continuity-common';
import {
  formatAge,
  formatDuration,
  isForbidden,
  useContinuityStatus,
  useNow,
  useReader,
} from '@continuity/plugin-continuity-react';
import { continuityTranslationRef } from '../../translation';
import { Notice } from './Notice';
import { OverrideBanner } from './OverrideBanner';

const StaleCatalog = ({ status }: { status: ContinuityStatus }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { locale } = useReader();
  const now = useNow();
  if (status.state === 'fresh') return null;
  const title =
    status.state === 'stale' && status.catalogReadAt
      ? t('banner.stale', {
          age: formatAge(status.catalogReadAt, now, locale),
          limit: formatDuration(status.maxCatalogAge, locale),
        })
      : t('banner.neverRead');
  return (
    <Notice tone="bad" title={title}>
      {t('banner.staleMeans')} {t('banner.staleRemedy')}
      {status.lastProblem ? (
        <p>{t('banner.problem', { problem: status.lastProblem })}</p>
      ) : null}
    </Notice>
  );
};

/**
 * Warns when the backend's reading of the catalog is too old, because the gate then
 * denies everything. Silent when all is well, and for readers who may not see the
 * status: every answer of the gate names the same reason.
 */
const CatalogStatus = () => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const status = useContinuityStatus();
  if (status.state === 'loading') return null;
  if (status.state === 'failed') {
    return isForbidden(status.error) ? null : (
      <Notice tone="unknown" title={t('banner.unknown')}>
        {t('banner.unknownMeans')}
      </Notice>
    );
  }
  return <StaleCatalog status={status.value} />;
};

/** What stands above everything else on each page: what does not hold as usual. */
export const StatusBanner = () => (
  <>
    <CatalogStatus />
    <OverrideBanner />
  </>
);
