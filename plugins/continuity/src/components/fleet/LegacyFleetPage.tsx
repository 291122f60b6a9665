import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityTranslationRef } from '../../translation';
import { FleetContent } from './FleetContent';

/** The whole page for the legacy frontend system, where a page brings its header. */
export const LegacyFleetPage = () => {
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} subtitle={t('page.subtitle')} />
      <Content>
        <FleetContent />
      </Content>
    </Page>
  );
};
