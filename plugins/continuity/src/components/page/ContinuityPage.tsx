import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
  type IconElement,
} from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { continuityTranslationRef } from '../../translation';

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
  const headerActions = useApi(
    pluginHeaderActionsApiRef,
  ).getPluginHeaderActions('continuity');
  // A title that the portal's configuration gives is taken as it is.
  const translated: Record<string, string> = {
    Calendar: t('page.calendar'),
    Dependencies: t('page.graph'),
  };
  const tabs = [
    { id: 'fleet', label: t('page.fleet'), href: root },
    ...subPages.map(page => ({
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
};
