import { ResponseError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type {
  PortalWindow,
  WindowDraft,
  WindowPreview,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, useLocation } from 'react-router-dom';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import { WindowFormContent } from './WindowFormContent';

// Pauses of typing are real time, and a busy machine is slow.
jest.setTimeout(30_000);

const saved: PortalWindow = {
  id: 'f7f3a3c0-3a53-4f2a-9a3e-000000000001',
  revision: 3,
  calendarRef: 'portalcalendar:default/finance',
  owner: 'group:default/finance',
  timezone: 'Europe/Zurich',
  mayEdit: true,
  createdAt: '2026-11-01T00:00:00Z',
  createdBy: 'user:default/anna',
  updatedAt: '2026-11-01T00:00:00Z',
  updatedBy: 'user:default/anna',
  window: {
    id: 'month-end',
    title: 'Month-end close',
    reason: 'Books are closed',
    start: '2026-01-31T18:00:00',
    duration: 'PT14H',
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
  },
};

const preview = (part: Partial<WindowPreview> = {}): WindowPreview => ({
  problems: [],
  findings: [],
  next: [
    {
      start: '2026-11-01T05:30:00Z',
      end: '2026-11-01T05:50:00Z',
      startLocal: '2026-11-01T01:30:00-04:00',
      endLocal: '2026-11-01T01:50:00-04:00',
      timezone: 'America/New_York',
      note: '01:30 on 2026-11-01 comes twice in America/New_York.',
    },
  ],
  services: 12,
  sample: ['component:default/payments-api'],
  scope: ['For environment production.'],
  changes: [],
  ...part,
});

const opening: WindowPreview['changes'][number] = {
  from: '2026-11-30T20:00:00Z',
  to: '2026-12-01T07:00:00Z',
  before: 'block',
  after: 'open',
  now: true,
  classes: ['emergency'],
  services: 43,
  sample: ['component:default/payments-api'],
};

const Address = () => (
  <output aria-label="address">{useLocation().pathname}</output>
);

function show(options: {
  windowId?: string;
  api?: Partial<ContinuityApi>;
  answer?: (draft: WindowDraft) => WindowPreview;
}) {
  const previewPortalWindow = jest.fn(async (draft: WindowDraft) =>
    options.answer ? options.answer(draft) : preview(),
  );
  const createPortalWindow = jest.fn(async () => saved);
  const updatePortalWindow = jest.fn(async () => saved);
  const removePortalWindow = jest.fn(async () => {});
  const onDone = jest.fn();
  const api = {
    ...mockContinuityApi(),
    getPortalWindow: async () => saved,
    listPortalWindowHistory: async () => [
      {
        revision: 3,
        change: 'changed' as const,
        at: '2026-11-01T00:00:00Z',
        by: 'user:default/anna',
        comment: 'The auditors asked',
        timezone: 'Europe/Zurich',
        window: saved.window,
      },
    ],
    previewPortalWindow,
    createPortalWindow,
    updatePortalWindow,
    removePortalWindow,
    ...options.api,
  } as Partial<ContinuityApi>;
  renderInTestApp(
    <>
      <Link to="/elsewhere">Elsewhere</Link>
      <Address />
      <WindowFormContent windowId={options.windowId} onDone={onDone} />
    </>,
    {
      apis: [[continuityApiRef, api as ContinuityApi]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return {
    previewPortalWindow,
    createPortalWindow,
    updatePortalWindow,
    removePortalWindow,
    onDone,
  };
}

const type = (label: RegExp | string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function fillIn() {
  await screen.findByRole('form', { name: 'New window' });
  type(/^Title/, 'Quarter end');
  type(/^Reason/, 'Reporting');
  type(/^Owner/, 'group:default/finance');
  type(/^Time zone/, 'America/New_York');
}

describe('the form of a new window', () => {
  it('shows the first of many changes, so that the way to saving stays short', async () => {
    const changes = Array.from({ length: 100 }, (_, day) => ({
      from: new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
      to: new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString(),
      before: 'open' as const,
      after: 'block' as const,
      now: false,
      services: 1,
      sample: ['component:default/payments-api'],
    }));
    show({ answer: () => preview({ changes }) });
    await fillIn();
    const table = await screen.findByRole('table', {
      name: /^What changes against today/,
    });
    const rows = () => within(table).getAllByRole('row').length - 1;
    expect(rows()).toBe(8);
    const more = screen.getByRole('button', { name: 'Show 92 more changes' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(more);
    expect(rows()).toBe(100);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the first ones only' }),
    );
    expect(rows()).toBe(8);
  });

  it('takes a day as it is typed, with four digits for the year', async () => {
    show({});
    await screen.findByRole('form', { name: 'New window' });
    expect(screen.getByLabelText(/^First day/)).toHaveAttribute(
      'max',
      '2199-12-31',
    );
  });

  it('previews a recurring window and creates it', async () => {
    const api = show({});
    await fillIn();
    fireEvent.change(screen.getByLabelText('Repeats'), {
      target: { value: 'monthlyByDate' },
    });
    fireEvent.change(screen.getByLabelText('Day of the month'), {
      target: { value: '-1' },
    });
    expect(
      screen.getByText('Rule: FREQ=MONTHLY;BYMONTHDAY=-1'),
    ).toBeInTheDocument();
    const save = screen.getByRole('button', { name: 'Create the window' });
    await waitFor(() => expect(save).toBeEnabled(), { timeout: 3000 });
    expect(screen.getByText(/It is for 12 services/)).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'The next occurrences' });
    expect(table).toHaveTextContent('On the clock of America/New_York');
    expect(table).toHaveTextContent(/1:30.*EDT/);
    expect(table).toHaveTextContent('comes twice');
    await userEvent.click(save);
    expect(api.createPortalWindow).toHaveBeenCalledWith({
      owner: 'group:default/finance',
      timezone: 'America/New_York',
      window: expect.objectContaining({
        id: 'quarter-end',
        title: 'Quarter end',
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
      }),
    });
    await waitFor(() => expect(api.onDone).toHaveBeenCalled());
  });

  it('moves one occurrence of a recurring window, says what is wrong with it, and takes that back', async () => {
    const api = show({
      answer: ({ window }) =>
        preview({
          problems: JSON.stringify(window.overrides ?? []).includes('later')
            ? [
                {
                  path: 'window.overrides.0.start',
                  message: '"later" is no time',
                },
              ]
            : [],
        }),
    });
    await fillIn();
    expect(
      screen.queryByRole('button', { name: 'Change one occurrence' }),
    ).not.toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('Repeats'), {
      target: { value: 'monthlyByDate' },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Change one occurrence' }),
    );
    type(/^Which occurrence/, '2026-11-01T01:30:00');
    type('Starts instead at', 'later');
    const start = screen.getByLabelText('Starts instead at');
    await waitFor(() => expect(start).toBeInvalid(), { timeout: 3000 });
    expect(start).toHaveAccessibleDescription('"later" is no time');
    type('Starts instead at', '2026-11-02T01:30:00');
    type('Lasts instead', 'PT4H');
    await userEvent.click(
      screen.getByRole('button', { name: 'Change one occurrence' }),
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Make occurrence 2 like the others',
      }),
    );
    const save = screen.getByRole('button', { name: 'Create the window' });
    await waitFor(() => expect(save).toBeEnabled(), { timeout: 3000 });
    await userEvent.click(save);
    expect(api.createPortalWindow).toHaveBeenCalledWith(
      expect.objectContaining({
        window: expect.objectContaining({
          overrides: [
            {
              occurrence: '2026-11-01T01:30:00',
              start: '2026-11-02T01:30:00',
              duration: 'PT4H',
            },
          ],
        }),
      }),
    );
  });

  it('says what is wrong at the field, and cannot be saved', async () => {
    const api = show({
      answer: ({ window }) =>
        preview({
          problems:
            window.duration === 'soon'
              ? [{ path: 'window.duration', message: '"soon" is no duration' }]
              : [],
        }),
    });
    await fillIn();
    type(/^Duration/, 'soon');
    const field = screen.getByLabelText(/^Duration/);
    await waitFor(() => expect(field).toBeInvalid(), { timeout: 3000 });
    expect(field).toHaveAccessibleDescription('"soon" is no duration');
    const save = screen.getByRole('button', { name: 'Create the window' });
    expect(save).toBeDisabled();
    type(/^Duration/, 'PT2H');
    // What is shown is not yet what would be saved.
    expect(save).toBeDisabled();
    await waitFor(() => expect(save).toBeEnabled(), { timeout: 3000 });
    expect(api.createPortalWindow).not.toHaveBeenCalled();
  });

  it('shows what lint finds with what to write instead', async () => {
    show({
      answer: () =>
        preview({
          findings: [
            {
              rule: 'overlaps-itself',
              severity: 'warning',
              message: 'It lies over itself',
              remedy: 'Make it shorter',
            },
          ],
        }),
    });
    await fillIn();
    expect(await screen.findByText(/It lies over itself/)).toBeInTheDocument();
    expect(screen.getByText(/Make it shorter/)).toBeInTheDocument();
  });

  it('does not save while the backend cannot say what it would mean', async () => {
    show({
      api: {
        previewPortalWindow: async () => {
          throw new Error('The backend is away');
        },
      },
    });
    await fillIn();
    expect(
      await screen.findByText(/it cannot be saved now/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Create the window' }),
    ).toBeDisabled();
  });
});

describe('the form of a saved window', () => {
  const change = async () => {
    await screen.findByRole('form', { name: 'Change "Month-end close"' });
    type(/^Duration/, 'PT10H');
    type(/^Why this change/, 'Shorter by agreement');
    return screen.getByRole('button', { name: 'Save the change' });
  };

  it('asks to confirm what opens at once', async () => {
    const api = show({
      windowId: saved.id,
      answer: () =>
        preview({
          changes: [opening],
        }),
    });
    const save = await change();
    const seen = await screen.findByRole(
      'checkbox',
      { name: /I have seen for whom/ },
      { timeout: 3000 },
    );
    expect(
      screen.getAllByText(
        '43 services: closed becomes open, for releases of class Emergency',
      ),
    ).not.toEqual([]);
    expect(screen.getByText(/This is what calendars say/)).toBeVisible();
    expect(save).toBeDisabled();
    await userEvent.click(seen);
    await waitFor(() => expect(save).toBeEnabled(), { timeout: 3000 });
    await userEvent.click(save);
    expect(api.updatePortalWindow).toHaveBeenCalledWith(
      saved.id,
      expect.objectContaining({
        revision: 3,
        comment: 'Shorter by agreement',
        confirm: true,
        window: expect.objectContaining({
          duration: 'PT10H',
          rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
        }),
      }),
    );
  });

  it('needs a reason for a change', async () => {
    show({ windowId: saved.id });
    const save = await change();
    await waitFor(() => expect(save).toBeEnabled(), { timeout: 3000 });
    type(/^Why this change/, ' ');
    expect(save).toBeDisabled();
  });

  const conflict = (message: string) =>
    ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'ConflictError', message },
          response: { statusCode: 409 },
        }),
        { status: 409, headers: { 'content-type': 'application/json' } },
      ),
    );

  it('keeps what was typed when somebody else was faster, and says who and what', async () => {
    const newest: PortalWindow = {
      ...saved,
      revision: 4,
      updatedAt: '2026-11-02T12:00:00Z',
      updatedBy: 'user:default/ben',
      window: {
        ...saved.window,
        title: 'Close of the month',
        duration: 'PT12H',
      },
    };
    const getPortalWindow = jest
      .fn(async () => newest)
      .mockResolvedValueOnce(saved);
    const updatePortalWindow = jest
      .fn(async () => newest)
      .mockRejectedValueOnce(await conflict('3 is not the newest'));
    show({
      windowId: saved.id,
      api: { getPortalWindow, updatePortalWindow },
    });
    const save = await change();
    await waitFor(() => expect(save).toBeEnabled(), { timeout: 3000 });
    await userEvent.click(save);
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent(
      /somebody else was faster.*Revision 4 was saved by ben, .*Different in it: Title\..*You both changed: Duration\..*They saved Duration: PT12H/,
    );
    expect(screen.getByLabelText(/^Title/)).toHaveValue('Close of the month');
    expect(screen.getByLabelText(/^Duration/)).toHaveValue('PT10H');
    expect(screen.getByLabelText(/^Why this change/)).toHaveValue(
      'Shorter by agreement',
    );
    await waitFor(() => expect(save).toBeEnabled(), { timeout: 3000 });
    await userEvent.click(save);
    await waitFor(() =>
      expect(updatePortalWindow).toHaveBeenLastCalledWith(
        saved.id,
        expect.objectContaining({
          revision: 4,
          window: expect.objectContaining({
            title: 'Close of the month',
            duration: 'PT10H',
          }),
        }),
      ),
    );
  });

  it('says that a window was removed meanwhile', async () => {
    show({
      windowId: saved.id,
      api: {
        getPortalWindow: jest
          .fn()
          .mockResolvedValueOnce(saved)
          .mockRejectedValue(new Error('It is gone')),
        updatePortalWindow: jest
          .fn()
          .mockRejectedValue(await conflict('It was removed by Ben')),
      },
    });
    const save = await change();
    await waitFor(() => expect(save).toBeEnabled(), { timeout: 3000 });
    await userEvent.click(save);
    expect(await screen.findByText(/was removed by Ben/)).toBeInTheDocument();
  });

  it('asks before what is not saved is left', async () => {
    show({ windowId: saved.id });
    const away = await screen.findByRole('link', { name: 'Elsewhere' });
    await change();
    await userEvent.click(away);
    const dialog = await screen.findByRole('dialog', {
      name: 'Leave without saving?',
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stay' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByLabelText('address')).toHaveTextContent('/');
    expect(screen.getByLabelText(/^Duration/)).toHaveValue('PT10H');
    await userEvent.click(away);
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('/elsewhere'),
    );
  });

  it('lets go of what was not changed without asking', async () => {
    show({ windowId: saved.id });
    await screen.findByLabelText(/^Title/);
    await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('/elsewhere'),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is removed with a reason, and shows its history', async () => {
    const api = show({ windowId: saved.id });
    expect(await screen.findByText('The auditors asked')).toBeInTheDocument();
    expect(screen.getByText(/Revision 3, changed by/)).toHaveTextContent(
      /Revision 3, changed by anna, /,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the window' }),
    );
    const dialog = await screen.findByRole('dialog');
    const remove = within(dialog).getByRole('button', {
      name: 'Remove the window',
    });
    expect(
      await within(dialog).findByText(/Nothing that you may see opens/),
    ).toBeVisible();
    expect(remove).toBeDisabled();
    fireEvent.change(within(dialog).getByLabelText(/^Why this change/), {
      target: { value: 'No longer needed' },
    });
    await userEvent.click(remove);
    expect(api.removePortalWindow).toHaveBeenCalledWith(saved.id, {
      revision: 3,
      comment: 'No longer needed',
      confirm: false,
    });
  });

  const removal = async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove the window' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(/^Why this change/), {
      target: { value: 'No longer needed' },
    });
    return {
      dialog,
      remove: dialog.getByRole('button', { name: 'Remove the window' }),
    };
  };

  it('is removed only when who does it has seen what opens', async () => {
    const api = show({
      windowId: saved.id,
      answer: ({ window }) =>
        preview(
          // Over for long, which is what removing it comes to.
          window.end === '2000-01-02' ? { changes: [opening] } : {},
        ),
    });
    const { dialog, remove } = await removal();
    expect(
      await dialog.findByText(/43 services: closed becomes open/),
    ).toBeVisible();
    expect(dialog.getByText(/payments-api and 40 more/)).toBeVisible();
    expect(remove).toBeDisabled();
    await userEvent.click(
      dialog.getByRole('checkbox', { name: /I have seen for whom/ }),
    );
    await userEvent.click(remove);
    expect(api.removePortalWindow).toHaveBeenCalledWith(
      saved.id,
      expect.objectContaining({ confirm: true }),
    );
  });

  it('asks for what only the backend knows to open', async () => {
    const removePortalWindow = jest
      .fn(async () => {})
      .mockRejectedValueOnce(
        await conflict('confirm: perhaps services that you may not see'),
      );
    show({ windowId: saved.id, api: { removePortalWindow } });
    const first = await removal();
    await waitFor(() => expect(first.remove).toBeEnabled());
    await userEvent.click(first.remove);
    expect(await screen.findByText(/perhaps services that/)).toBeVisible();
    expect(removePortalWindow).toHaveBeenLastCalledWith(
      saved.id,
      expect.objectContaining({ confirm: false }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const { dialog, remove } = await removal();
    const seen = await dialog.findByRole('checkbox', { name: /I have seen/ });
    expect(remove).toBeDisabled();
    await userEvent.click(seen);
    await userEvent.click(remove);
    expect(removePortalWindow).toHaveBeenLastCalledWith(
      saved.id,
      expect.objectContaining({ confirm: true }),
    );
  });

  it('can only be read by who may not change it', async () => {
    show({
      windowId: saved.id,
      api: { getPortalWindow: async () => ({ ...saved, mayEdit: false }) },
    });
    expect(await screen.findByText(/but not change it/)).toBeInTheDocument();
    expect(screen.getByLabelText(/^Title/)).toBeDisabled();
    expect(
      screen.queryByRole('button', { name: 'Save the change' }),
    ).not.toBeInTheDocument();
  });
});
