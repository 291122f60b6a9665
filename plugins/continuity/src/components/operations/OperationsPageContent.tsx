import { Content } from '@backstage/core-components';
import { OperationsContent } from './OperationsContent';

/** The body of the page; its header and its tabs are the portal's. */
export const OperationsPageContent = () => (
  <main>
    <Content>
      <OperationsContent />
    </Content>
  </main>
);
