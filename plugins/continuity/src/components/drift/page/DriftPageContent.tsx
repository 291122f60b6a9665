import { Content } from '@backstage/core-components';
import { DriftPage } from './DriftPage';

/** The body of the page; its header and its tabs are the portal's. */
export const DriftPageContent = () => (
  <main>
    <Content>
      <DriftPage />
    </Content>
  </main>
);
