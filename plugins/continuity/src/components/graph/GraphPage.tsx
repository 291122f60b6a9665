import { ErrorPage } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { Link, Route, Routes, useLocation } from 'react-router-dom';
import { graphTranslationRef } from '../../translation/graphTranslationRef';
import { ExploreContent } from './explore/ExploreContent';
import { FindingsContent } from './findings/FindingsContent';
import { SaasContent } from './saas/SaasContent';
import { useGraphPaths } from './shared/useGraphPaths';

const useStyles = makeStyles(
  theme => ({
    pages: { display: 'flex', marginBottom: theme.spacing(2) },
    chosen: {
      fontWeight: 'bold',
      textDecoration: 'underline',
      textUnderlineOffset: '3px',
      backgroundColor: theme.palette.action.selected,
    },
  }),
  { name: 'ContinuityGraphPage' },
);

const PAGES = ['explore', 'findings', 'saas'] as const;

const Pages = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  const paths = useGraphPaths();
  const { pathname } = useLocation();
  if (!paths) return null;
  return (
    <ButtonGroup
      size="small"
      component="nav"
      aria-label={t('pages.label')}
      className={classes.pages}
    >
      {PAGES.map(page => {
        const to = paths[page]();
        const current = pathname === to;
        return (
          <Button
            key={page}
            component={Link}
            to={to}
            aria-current={current ? 'page' : undefined}
            className={current ? classes.chosen : undefined}
          >
            {t(`pages.${page}`)}
          </Button>
        );
      })}
    </ButtonGroup>
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
