import { renderInTestApp } from '@backstage/test-utils';
import type { GateReason } from '@continuity/plugin-continuity-common';
import { screen } from '@testing-library/react';
import { ReasonList } from './ReasonList';

const reason = (
  verdict: GateReason['verdict'],
  rule: string,
  remedy?: string,
): GateReason => ({
  verdict,
  rule,
  explanation: `About ${rule}.`,
  evidence: [],
  ...(remedy && { remedy }),
});

it('shows what stops first, then what is for information, and folds away only what is satisfied', async () => {
  await renderInTestApp(
    <ReasonList
      reasons={[
        reason('allow', 'catalog'),
        reason('allow', 'check:traffic', 'Declare it.'),
        reason('needs-approval', 'approval', 'Ask.'),
        reason('deny', 'freeze', 'Wait.'),
      ]}
    />,
  );
  const folded = await screen.findByText('1 rule is satisfied');
  expect(
    screen
      .getAllByText(/^About/)
      .filter(item => !item.closest('details'))
      .map(item => item.textContent),
  ).toEqual(['About freeze.', 'About approval.', 'About check:traffic.']);
  expect(folded.closest('details')).toHaveTextContent('About catalog.');
  expect(screen.getByText(/Declare it/)).toBeVisible();
});
