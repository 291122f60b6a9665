import { Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
  type IconElement,
} from '@backstage/frontend-plugin-api';
import { lazy, Suspense, useMemo } from 'react';
import { Route, Routes } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { continuityTranslationRef } from '../../translation';
import { useMayOperate } from './useMayOperate';

const FleetPageContent = lazy(() =>
  import('../fleet/FleetPageContent').then(m => ({
    default: m.FleetPageContent,
  })),
);

/** A part of the page beside the fleet. */
export interface SubPage {
  /** Below the page's own path, e.g. `calendar`. */
  path: string;
  title: string;
  element: JSX.Element;
}

/**
 * The page with a tab for each of its parts. The fleet stands at the page's own address,
 * so that the addresses of its filters, which people share, stay what they are.
 */
export const ContinuityPage = (props: {
  title: string;
  icon: IconElement;
  subPages: SubPage[];
}) => {
  const { title, icon, subPages } = props;
  const { t } = useTranslationRef(continuityTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const mayOperate = useMayOperate();
  const headerActions = useApi(
    pluginHeaderActionsApiRef,
  ).getPluginHeaderActions('continuity');
  // The portal makes a new component of the layout whenever it is rendered, so everything
  // below would begin anew, the focus and what is half typed included. It is rendered
  // only when something of it has changed, not with each change of the address, and not
  // before it is known which tabs there are.
  return useMemo(() => {
    if (mayOperate === undefined) {
      return <Progress />;
    }
    // A title that the portal's configuration gives is taken as it is.
    const translated: Record<string, string> = {
      Calendar: t('page.calendar'),
      Changes: t('page.changes'),
      Dependencies: t('page.graph'),
      Scorecards: t('page.scorecards'),
      Drift: t('page.drift'),
      Operations: t('page.operations'),
    };
    const tabs = [
      { id: 'fleet', label: t('page.fleet'), href: root },
      ...subPages
        .filter(({ path }) => path !== 'operations' || mayOperate)
        .map(page => ({
          id: page.path,
          label: translated[page.title] ?? page.title,
          href: `${root}/${page.path}`,
        })),
    ];
    return (
      <PageLayout
        title={title}
        icon={icon}
        titleLink={root}
        tabs={tabs}
        headerActions={headerActions}
      >
        <Suspense fallback={null}>
          <Routes>
            {subPages.map(({ path, element }) => (
              <Route key={path} path={`${path}/*`} element={element} />
            ))}
            <Route path="*" element={<FleetPageContent />} />
          </Routes>
        </Suspense>
      </PageLayout>
    );
  }, [title, icon, subPages, root, t, mayOperate, headerActions]);
};
