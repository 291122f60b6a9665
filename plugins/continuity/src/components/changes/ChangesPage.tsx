import { ErrorPage } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Route, Routes } from 'react-router-dom';
import { changesTranslationRef } from '../../translation/changesTranslationRef';
import { CabContent } from './cab/CabContent';
import { MeetingPage } from './cab/meeting/MeetingPage';
import { ChangeDetails } from './change/ChangeDetails';
import { DelegationsContent } from './delegations/DelegationsContent';
import { NewChangePage, ReviseChangePage } from './form/ChangeFormPage';
import { ChangesContent } from './list/ChangesContent';
import { ChangesNav } from './nav/ChangesNav';
import { OverrideFormPage } from './overrides/form/OverrideFormPage';
import { OverridesContent } from './overrides/list/OverridesContent';
import { OverrideDetails } from './overrides/override/OverrideDetails';
import { UnauthorisedContent } from './unauthorised/UnauthorisedContent';

const NotFound = () => {
  const { t } = useTranslationRef(changesTranslationRef);
  return <ErrorPage status="404" statusMessage={t('notFound')} />;
};

/** The list of changes, the page of each and the form for them; and what stands beside. */
export const ChangesPage = () => (
  <>
    <ChangesNav />
    <Routes>
      <Route index element={<ChangesContent />} />
      <Route path="new" element={<NewChangePage />} />
      <Route path="cab" element={<CabContent />} />
      <Route path="cab/:id" element={<MeetingPage />} />
      <Route path="overrides" element={<OverridesContent />} />
      <Route path="overrides/new" element={<OverrideFormPage />} />
      <Route path="overrides/:id" element={<OverrideDetails />} />
      <Route path="delegations" element={<DelegationsContent />} />
      <Route path="unauthorised" element={<UnauthorisedContent />} />
      <Route path=":id/edit" element={<ReviseChangePage />} />
      <Route path=":id" element={<ChangeDetails />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  </>
);
