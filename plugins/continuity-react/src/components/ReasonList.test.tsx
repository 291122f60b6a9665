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

it("tells moments on the reader's wall clock, and keeps the words around them", async () => {
  await renderInTestApp(
    <ReasonList
      reasons={[
        {
          ...reason(
            'deny',
            'freeze',
            'Wait until 2026-12-01 07:00 UTC: before, other windows close it.',
          ),
          explanation:
            '"Close" is in force until 2026-11-30 17:00 UTC (2026-11-30 18:00 Europe/Zurich): Books. Observed 2026-11-08T11:30:00.000Z.',
        },
      ]}
    />,
  );
  const item = await screen.findByRole('listitem');
  expect([...item.querySelectorAll('time')].map(time => time.dateTime)).toEqual(
    ['2026-11-30T17:00Z', '2026-11-08T11:30:00.000Z', '2026-12-01T07:00Z'],
  );
  expect(item).toHaveTextContent(/in force until [^()]*: Books\. Observed/);
  expect(item).toHaveTextContent(/: before, other windows close it\./);
  expect(item).not.toHaveTextContent('UTC');
});
