import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import {
  findingGroupsPage,
  findingsPage,
  freshGraph,
  inversion,
  undocumented,
} from '../../../testing/graphFixtures';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { FindingsContent } from './FindingsContent';

jest.setTimeout(60_000);

const now = Date.now();
const [exemption] = [undocumented.exemption].flatMap(known => known ?? []);

function show(overrides: Partial<ContinuityApi> = {}, query = '?view=each') {
  const listGraphFindings = jest.fn(async () => findingsPage(now));
  renderInTestApp(
    <main>
      <FindingsContent />
    </main>,
    {
      apis: [
        [
          continuityApiRef,
          mockContinuityApi({
            listGraphFindings,
            listGraphFindingGroups: async () => findingGroupsPage(now),
            getGraphFinding: async id => ({
              graph: freshGraph(now),
              finding: id === undocumented.id ? undocumented : inversion,
              exemptions: id === undocumented.id ? [exemption] : [],
            }),
            ...overrides,
          }),
        ],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/test' }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${query}`],
    },
  );
  return listGraphFindings;
}

it('says what cannot hold, with numbers and remedies, and who is exempt', async () => {
  show();
  const table = await screen.findByRole('table', { name: 'What cannot hold' });
  expect(table).toHaveTextContent('RTO of ledger: 4 hours');
  expect(table).toHaveTextContent('What to do: Shorten the RTO of ledger');
  expect(table).toHaveTextContent(
    'Why so severe: It is missed by a factor of 4.',
  );
  expect(table).toHaveTextContent('Waiting for approval');
  expect(table).toHaveTextContent('until 2027-03-31: Goes away in March');
  expect(screen.getByRole('main')).toHaveTextContent(
    '1 more is about something that you may not see',
  );
  await expectAccessible(screen.getByRole('main'));
});

describe('by what would mend most', () => {
  it('is how they are shown first: one row, whom it helps, and how bad it is', async () => {
    show({}, '');
    const table = await screen.findByRole('table', {
      name: 'What would mend most',
    });
    const [, first] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('1 high, 4 medium, 20 low');
    expect(first).toHaveTextContent(
      'Single point of failure: 24 · RTO inversion: 1',
    );
    expect(first).toHaveTextContent(
      /, Something that you may not see and 4 more/,
    );
    expect(first).toHaveTextContent('It is missed by a factor of 4.');
    expect(first).toHaveTextContent('What to do: Shorten the RTO of ledger');
    expect(screen.getByRole('main')).toHaveTextContent(
      '2 of 2, with 26 findings in all',
    );
    expect(screen.getByLabelText('Severity')).toHaveTextContent(
      'High (1)Medium (1)Low (0)',
    );
    await expectAccessible(screen.getByRole('main'));
  });

  it('shows the findings of a row on demand, and all of them one by one', async () => {
    const listed = show({}, '');
    const [button] = await screen.findAllByRole('button', {
      name: /^Findings that .* would mend$/,
    });
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const inner = await screen.findByRole('table', { name: /^Findings of/ });
    expect(inner).toHaveTextContent('RTO of ledger: 4 hours');
    await expectAccessible(screen.getByRole('main'));
    await userEvent.click(
      screen.getByRole('button', { name: 'All 25, one by one' }),
    );
    await waitFor(() =>
      expect(listed).toHaveBeenCalledWith(
        expect.objectContaining({ entity: 'component:default/ledger' }),
        expect.anything(),
      ),
    );
    expect(
      await screen.findByRole('button', { name: 'One by one', pressed: true }),
    ).toBeVisible();
  });

  it('saves what the filters let through as a file', async () => {
    const exportGraphFindings = jest.fn(async () => 'severity\r\n');
    const files: Blob[] = [];
    // The browser of tests has no addresses for files.
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => {},
    });
    show({ exportGraphFindings }, '?severity=high&owner=group:default/a');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Save as a table (CSV)' }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    expect(files[0].type).toBe('text/csv;charset=utf-8');
    expect(exportGraphFindings).toHaveBeenCalledWith({
      severity: 'high',
      owner: 'group:default/a',
    });
  });

  it('says when the file could not be made', async () => {
    show(
      {
        exportGraphFindings: async () => {
          throw new Error('no');
        },
      },
      '',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Save as a table (CSV)' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again');
  });
});

it('asks for what the filters say', async () => {
  const asked = show({}, '?view=each&kind=cycle&severity=high');
  await screen.findByRole('table');
  expect(asked).toHaveBeenCalledWith(
    expect.objectContaining({ kind: 'cycle', severity: 'high' }),
    expect.anything(),
  );
});

it('asks for an exemption with a reason and a last day, and for nothing without', async () => {
  const requestGraphExemption = jest.fn(async () => exemption);
  const listed = show({ requestGraphExemption });
  await userEvent.click(
    await screen.findByRole('button', { name: /Exemption of .*faster/ }),
  );
  const dialog = await screen.findByRole('dialog');
  const ask = within(dialog).getByRole('button', { name: 'Ask for it' });
  expect(ask).toBeDisabled();
  await userEvent.type(
    within(dialog).getByLabelText(/Why it can wait/),
    'Replaced soon',
  );
  expect(ask).toBeDisabled();
  fireEvent.change(within(dialog).getByLabelText(/Last day/), {
    target: { value: '2999-01-01' },
  });
  await userEvent.click(ask);
  await waitFor(() =>
    expect(requestGraphExemption).toHaveBeenCalledWith(inversion.id, {
      reason: 'Replaced soon',
      until: '2999-01-01',
    }),
  );
  await waitFor(() => expect(listed.mock.calls.length).toBeGreaterThan(1));
});

it('keeps the dialog open with what the backend said', async () => {
  show({
    decideGraphExemption: async () => {
      throw new Error('You asked for it yourself');
    },
  });
  await userEvent.click(
    await screen.findByRole('button', { name: /Exemption of .*calls fraud/ }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByLabelText(/^Why/), 'Fine');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Approve' }),
  );
  expect(
    await within(dialog).findByText(/You asked for it yourself/),
  ).toBeVisible();
});

it('lets nobody decide on what they asked for themselves', async () => {
  show({
    listGraphFindings: async () => {
      const page = findingsPage(now);
      return {
        ...page,
        items: page.items.map(item => ({
          ...item,
          ...(item.exemption && {
            exemption: { ...item.exemption, requestedBy: 'user:default/test' },
          }),
        })),
      };
    },
  });
  await userEvent.click(
    await screen.findByRole('button', { name: /Exemption of .*calls fraud/ }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(
    await within(dialog).findByText(/You asked for it yourself/),
  ).toBeVisible();
  expect(within(dialog).queryByRole('button', { name: 'Approve' })).toBeNull();
});

it('says why a last day that is past is not taken', async () => {
  show();
  await userEvent.click(
    await screen.findByRole('button', { name: /Exemption of .*faster/ }),
  );
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(await within(dialog).findByLabelText(/Last day/), {
    target: { value: '2020-01-01' },
  });
  expect(dialog).toHaveTextContent(/The last day is today, .*, or later/);
});

it('prepares the change of the catalog where one would mend it', async () => {
  show({
    prepareCatalogChange: async () => ({
      entityRef: 'component:default/payments-api',
      summary: 'Declare fraud',
      patch: 'spec:\n  continuity: {}\n',
      editUrl: 'https://git.example/edit',
    }),
  });
  const buttons = await screen.findAllByRole('button', {
    name: /Prepare the change/,
  });
  expect(buttons).toHaveLength(1);
  await userEvent.click(buttons[0]);
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/continuity: {}/)).toBeVisible();
  expect(within(dialog).getByText('Edit the file')).toHaveAttribute(
    'href',
    'https://git.example/edit',
  );
});
