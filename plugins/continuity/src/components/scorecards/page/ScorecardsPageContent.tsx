import { Content } from '@backstage/core-components';
import { ScorecardsPage } from './ScorecardsPage';

/** The body of the page; its header and its tabs are the portal's. */
export const ScorecardsPageContent = () => (
  <main>
    <Content>
      <ScorecardsPage />
    </Content>
  </main>
);
