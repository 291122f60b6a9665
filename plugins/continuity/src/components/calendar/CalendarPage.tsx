import { ErrorPage } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Route, Routes } from 'react-router-dom';
import { calendarTranslationRef } from '../../translation/calendarTranslationRef';
import { CalendarContent } from './CalendarContent';
import { PlanPage } from './plan/PlanPage';
import { WindowPage } from './WindowPage';

const NotFound = () => {
  const { t } = useTranslationRef(calendarTranslationRef);
  return <ErrorPage status="404" statusMessage={t('page.notFound')} />;
};

/** The calendar with the pages below it: the planner, a new window, and one to change. */
export const CalendarPage = () => (
  <Routes>
    <Route index element={<CalendarContent />} />
    <Route path="plan" element={<PlanPage />} />
    <Route path="windows/new" element={<WindowPage />} />
    <Route path="windows/:id" element={<WindowPage />} />
    <Route path="*" element={<NotFound />} />
  </Routes>
);
