import { Content } from '@backstage/core-components';
import { ChangesPage } from './ChangesPage';

/** The body of the page; its header and its tabs are the portal's. */
export const ChangesPageContent = () => (
  <main>
    <Content>
      <ChangesPage />
    </Content>
  </main>
);
