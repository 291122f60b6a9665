import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useLocation } from 'react-router-dom';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { LinkGroup } from '../../shared/LinkGroup';
import { useChangePaths } from '../shared/useChangePaths';
import { PAGES, pageAt } from './pages';
import { useOpenCounts } from './useOpenCounts';

/** The pages about changes, side by side, with how many wait for somebody. */
export const ChangesNav = () => {
  const { t } = useTranslationRef(changesTranslationRef);
  const paths = useChangePaths();
  const { pathname } = useLocation();
  const counts = useOpenCounts(pathname);
  if (!paths) return null;
  const current = pageAt(pathname, paths.page('changes'));
  return (
    <LinkGroup
      label={t('pages.label')}
      links={PAGES.map(page => {
        const name = t(`pages.${page}`);
        const number = counts[page];
        return {
          key: page,
          to: paths.page(page),
          label: number ? t('pages.waiting', { name, number }) : name,
          current: page === current,
        };
      })}
    />
  );
};
