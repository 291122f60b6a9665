import { Content } from '@backstage/core-components';
import { CalendarPage } from './CalendarPage';

/** The body of the page; its header and its tabs are the portal's. */
export const CalendarPageContent = () => (
  <main>
    <Content>
      <CalendarPage />
    </Content>
  </main>
);
