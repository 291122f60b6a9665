import { Content } from '@backstage/core-components';
import { GraphPage } from './GraphPage';

/** The body of the page; its header and its tabs are the portal's. */
export const GraphPageContent = () => (
  <main>
    <Content>
      <GraphPage />
    </Content>
  </main>
);
