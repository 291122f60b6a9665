import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { ChangeSlots, Fleet } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expectAccessible } from '../../__testUtils__/expectAccessible';
import { classification } from '../../testing/changeFixtures';
import { failure } from '../../testing/failure';
import {
  allowed,
  classified,
  denied,
  fleet,
  unclassified,
} from '../../testing/fixtures';
import { mockContinuityApi } from '../../testing/mockContinuityApi';
import { classOptions, dateTimeOptions, entityPickerOptions } from './fields';

// Pauses of typing are real time, and a busy machine is slow.
jest.setTimeout(90_000);

const PATIENCE = { timeout: 20_000 };
const REF = 'component:default/payments-api';
const DOWN = async () => {
  throw await failure(503, 'The backend is down.');
};
const now = Date.now();

type Field =
  | typeof entityPickerOptions
  | typeof dateTimeOptions
  | typeof classOptions;

/** A field in a form that holds other values too. */
async function show(
  { component, name }: Field,
  options: {
    formData?: string;
    siblings?: Record<string, unknown>;
    uiOptions?: object;
    api?: Partial<ContinuityApi>;
    rawErrors?: string[];
  } = {},
) {
  const onChange = jest.fn();
  const Component = component as React.ComponentType<any>;
  const Form = () => {
    const [value, setValue] = useState(options.formData);
    return (
      <Component
        name={name}
        schema={{ type: 'string', title: 'Field' }}
        uiSchema={{ 'ui:options': options.uiOptions ?? {} }}
        rawErrors={options.rawErrors}
        formData={value}
        formContext={{ formData: options.siblings ?? {} }}
        onChange={(next?: string) => {
          onChange(next);
          setValue(next);
        }}
      />
    );
  };
  await renderInTestApp(
    <TestApiProvider
      apis={[[continuityApiRef, mockContinuityApi(options.api)]]}
    >
      <main>
        <Form />
      </main>
    </TestApiProvider>,
  );
  return { onChange, value: () => onChange.mock.lastCall?.[0] };
}

describe('ContinuityEntityPicker', () => {
  const items = (): Fleet => {
    const [first] = fleet(now).items;
    return {
      ...fleet(now),
      items: [
        {
          ...first,
          entityRef: REF,
          name: 'payments-api',
          title: undefined,
          kind: 'Component',
          tier: { id: 'tier-1', title: 'Mission critical' },
          rto: 'PT1H',
        },
        {
          ...first,
          entityRef: 'resource:default/ledger',
          name: 'ledger',
          title: 'Ledger',
          kind: 'Resource',
          tier: undefined,
          rto: undefined,
        },
      ],
    };
  };

  it('finds a service by a part of its name, and shows what it promises', async () => {
    const getFleet = jest.fn(async () => items());
    const { value } = await show(entityPickerOptions, { api: { getFleet } });
    const field = screen.getByRole('textbox', { name: 'Field' });
    await userEvent.type(field, 'pay');
    await waitFor(
      () =>
        expect(getFleet).toHaveBeenLastCalledWith(
          { limit: 20, sort: 'name', text: 'pay' },
          expect.anything(),
        ),
      PATIENCE,
    );
    const options = await screen.findAllByRole('option', {}, PATIENCE);
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'payments-api, Mission critical, back within 1 hour',
      'Ledger, not classified, no recovery time objective',
    ]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(value()).toBe(REF);
    expect(
      await screen.findByText(/back within 4 hours/, {}, PATIENCE),
    ).toBeVisible();
    expect(screen.getByText('Business critical')).toBeVisible();
    await expectAccessible(document.body);
  });

  it('offers only the kinds that the template asks for', async () => {
    await show(entityPickerOptions, {
      api: { getFleet: async () => items() },
      uiOptions: { kinds: ['Resource'] },
    });
    await userEvent.click(screen.getByRole('textbox', { name: 'Field' }));
    await waitFor(
      () => expect(screen.getAllByRole('option')).toHaveLength(1),
      PATIENCE,
    );
    expect(screen.getByRole('option')).toHaveTextContent('Ledger');
  });

  it('says that a service is not classified', async () => {
    await show(entityPickerOptions, {
      formData: REF,
      api: { getEntity: async () => unclassified(now) },
    });
    expect(
      await screen.findByText(/Nobody has said what its outage/, {}, PATIENCE),
    ).toBeVisible();
  });

  it('says that the backend is down, and asks again', async () => {
    const getFleet = jest.fn<Promise<Fleet>, []>(DOWN);
    await show(entityPickerOptions, { api: { getFleet } });
    expect(
      await screen.findByText(/Continuity does not answer/, {}, PATIENCE),
    ).toBeVisible();
    getFleet.mockImplementation(async () => items());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(
      () => expect(screen.queryByText(/does not answer/)).toBeNull(),
      PATIENCE,
    );
  });
});

describe('FreezeAwareDateTime', () => {
  const siblings = { entity: REF, environment: 'production' };
  const uiOptions = { timeZone: 'Europe/Zurich' };
  const slots = (): ChangeSlots => ({
    period: { start: '2100-06-01T00:00:00Z', end: '2100-08-30T00:00:00Z' },
    slots: [
      {
        start: '2100-06-03T08:00:00Z',
        end: '2100-06-03T09:00:00Z',
        after: 'Month-end close is in force until then.',
        notes: [],
      },
    ],
    taken: [],
  });
  const type = (value: string) =>
    fireEvent.change(screen.getByLabelText('Field'), { target: { value } });

  it('gives the time with the offset of the zone, and asks about that', async () => {
    const decide = jest.fn<
      ReturnType<ContinuityApi['decide']>,
      Parameters<ContinuityApi['decide']>
    >(async request => allowed(now, request));
    const { value } = await show(dateTimeOptions, {
      siblings,
      uiOptions,
      api: { decide },
    });
    type('2100-06-01T10:00');
    expect(value()).toBe('2100-06-01T10:00:00+02:00');
    expect(
      await screen.findByText(/No freeze window is in the way/, {}, PATIENCE),
    ).toBeVisible();
    expect(decide).toHaveBeenCalledTimes(1);
    expect(decide).toHaveBeenCalledWith(
      {
        ...siblings,
        at: '2100-06-01T10:00:00+02:00',
        class: 'major',
        dryRun: true,
      },
      expect.anything(),
    );
    await expectAccessible(document.body);
  });

  it('names the window in the way, and takes the next open moment', async () => {
    const findChangeSlots = jest.fn(async () => slots());
    const { value } = await show(dateTimeOptions, {
      siblings,
      uiOptions: { ...uiOptions, releaseClass: 'emergency', duration: 'PT2H' },
      api: {
        findChangeSlots,
        decide: async request => denied(now, request),
      },
    });
    type('2100-06-01T10:00');
    const status = screen.getByRole('status');
    expect(
      await within(status).findByText(/It is frozen/, {}, PATIENCE),
    ).toBeVisible();
    expect(within(status).getByRole('listitem')).toHaveTextContent(
      /month-end/i,
    );
    expect(status).toHaveTextContent('Month-end close is in force until then.');
    expect(findChangeSlots).toHaveBeenCalledWith(
      {
        entities: [REF],
        environments: ['production'],
        class: 'emergency',
        duration: 'PT2H',
        from: '2100-06-01T10:00:00+02:00',
        limit: 1,
      },
      expect.anything(),
    );
    await expectAccessible(document.body);
    await userEvent.click(screen.getByRole('button', { name: /^Take / }));
    expect(value()).toBe('2100-06-03T10:00:00+02:00');
    expect(screen.getByLabelText('Field')).toHaveValue('2100-06-03T10:00');
  });

  it.each<[string, Partial<ContinuityApi>, RegExp]>([
    [
      'nothing is open',
      { findChangeSlots: async () => ({ ...slots(), slots: [] }) },
      /In the next 90 days nothing is open/,
    ],
    [
      'nobody knows when',
      { findChangeSlots: DOWN },
      /When it opens next is not known: The backend is down/,
    ],
  ])('stays frozen where %s', async (_, api, words) => {
    await show(dateTimeOptions, {
      siblings,
      api: { ...api, decide: async request => denied(now, request) },
    });
    type('2100-06-01T10:00');
    expect(await screen.findByText(words, {}, PATIENCE)).toBeVisible();
    expect(screen.getByText(/It is frozen/)).toBeVisible();
  });

  it('does not call it open when the backend is down', async () => {
    const decide = jest.fn<
      ReturnType<ContinuityApi['decide']>,
      Parameters<ContinuityApi['decide']>
    >(DOWN);
    await show(dateTimeOptions, { siblings, api: { decide } });
    type('2100-06-01T10:00');
    expect(
      await screen.findByText(/Take it for frozen until it does/, {}, PATIENCE),
    ).toBeVisible();
    expect(screen.queryByText(/No freeze window/)).toBeNull();
    decide.mockImplementation(async request => allowed(now, request));
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(
      await screen.findByText(/No freeze window is in the way/, {}, PATIENCE),
    ).toBeVisible();
  });

  it('says what else is in the way where no window is', async () => {
    await show(dateTimeOptions, {
      siblings,
      api: {
        decide: async request => ({
          ...denied(now, request),
          reasons: [
            {
              rule: 'catalog',
              verdict: 'deny',
              explanation: 'The catalog is too old.',
              evidence: [],
            },
          ],
        }),
      },
    });
    type('2100-06-01T10:00');
    expect(
      await screen.findByText(/, but more is:/, {}, PATIENCE),
    ).toBeVisible();
    expect(screen.getByText(/The catalog is too old/)).toBeVisible();
  });

  it.each([
    ['no service', { environment: 'production' }],
    ['no environment', { entity: REF }],
  ])('asks nothing while there is %s', async (_, filled) => {
    const decide = jest.fn();
    await show(dateTimeOptions, { siblings: filled, api: { decide } });
    type('2100-06-01T10:00');
    expect(screen.getByText(/Choose the service/)).toBeVisible();
    expect(decide).not.toHaveBeenCalled();
  });

  it('has no answer about what is over', async () => {
    await show(dateTimeOptions, { siblings });
    type('2020-06-01T10:00');
    expect(screen.getByText('That moment is over.')).toBeVisible();
  });

  it('tells a time that the clock skips, and asks which of two is meant', async () => {
    const { value } = await show(dateTimeOptions, { siblings, uiOptions });
    type('2100-03-28T02:30');
    expect(value()).toBe('2100-03-28T03:30:00+02:00');
    expect(await screen.findByText(/skip that time/)).toBeVisible();
    type('2100-10-31T02:30');
    expect(value()).toBe('2100-10-31T02:30:00+02:00');
    await userEvent.click(screen.getByRole('button', { name: /^The second/ }));
    expect(value()).toBe('2100-10-31T02:30:00+01:00');
    expect(screen.getByRole('button', { name: /^The second/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    type('');
    expect(value()).toBeUndefined();
  });
});

describe('ReleaseClassExplained', () => {
  const siblings = {
    entity: REF,
    environment: 'production',
    start: '2100-06-01T10:00:00Z',
    end: '2100-06-01T11:00:00Z',
    migration: 'none',
    touches: 'both',
    files: 3,
    noMajorUpdates: true,
    incident: ' INC-7 ',
  };

  it('asks about what was filled in, says the class and what silence costs', async () => {
    const classifyRelease = jest.fn(async () => ({
      ...classification(),
      rules: classification().rules.map(rule =>
        rule.outcome === 'met'
          ? { ...rule, outcome: 'not-met' as const }
          : rule,
      ),
    }));
    const { value } = await show(classOptions, {
      siblings,
      api: { classifyRelease },
    });
    expect(
      await screen.findByText(
        '1 question is not answered and counts as its worst. That makes it Major; by what is answered it would be Standard.',
        {},
        PATIENCE,
      ),
    ).toBeVisible();
    expect(value()).toBe('major');
    expect(classifyRelease).toHaveBeenLastCalledWith(
      {
        entities: [REF],
        environments: ['production'],
        window: { start: siblings.start, end: siblings.end },
        incident: 'INC-7',
        facts: {
          migration: 'none',
          touches: ['configuration', 'infrastructure'],
          majorUpdates: [],
        },
      },
      expect.anything(),
    );
    await expectAccessible(document.body);
  });

  it('says that silence costs nothing where the rest weighs as much', async () => {
    await show(classOptions, {
      siblings,
      api: { classifyRelease: async () => classification() },
    });
    expect(
      await screen.findByText(/does not make a difference here/, {}, PATIENCE),
    ).toBeVisible();
  });

  it('has no class when the backend is down', async () => {
    const { value } = await show(classOptions, {
      siblings,
      formData: 'standard',
      api: { classifyRelease: DOWN },
    });
    expect(
      await screen.findByText(/The backend is down/, {}, PATIENCE),
    ).toBeVisible();
    expect(value()).toBeUndefined();
  });

  it('asks nothing without a service and an environment', async () => {
    const classifyRelease = jest.fn();
    await show(classOptions, { api: { classifyRelease } });
    expect(classifyRelease).not.toHaveBeenCalled();
  });
});

it('shows a service that was chosen before', async () => {
  await show(entityPickerOptions, {
    formData: REF,
    rawErrors: ['is not deployed there'],
    api: { getEntity: async () => classified(now) },
  });
  expect(
    await screen.findByText(/back within 4 hours/, {}, PATIENCE),
  ).toBeVisible();
  expect(screen.getByText(/is not deployed there/)).toBeVisible();
});
