import { Content } from '@backstage/core-components';
import { FleetContent } from './FleetContent';

/** The body of the page; its header is the portal's. */
export const FleetPageContent = () => (
  <main>
    <Content>
      <FleetContent />
    </Content>
  </main>
);
