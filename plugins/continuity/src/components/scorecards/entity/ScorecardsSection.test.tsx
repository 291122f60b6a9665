import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { EntityScorecard } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '../../../__testUtils__/expectAccessible';
import { evidence } from '../../../testing/fixtures';
import { failure } from '../../../testing/failure';
import { mockContinuityApi } from '../../../testing/mockContinuityApi';
import {
  PAYMENTS,
  rollbackOfPayments,
  scorecardExemption,
  scorecardHistory,
} from '../../../testing/scorecardFixtures';
import { ScorecardsSection } from './ScorecardsSection';

jest.setTimeout(60_000);

const now = Date.now();
const ME = 'user:default/test';

function show(overrides: Partial<ContinuityApi> = {}) {
  const listEntityScorecards = jest.fn(async () => [rollbackOfPayments(now)]);
  renderInTestApp(
    <main>
      <ScorecardsSection entityRef={PAYMENTS} />
    </main>,
    {
      apis: [
        [
          continuityApiRef,
          mockContinuityApi({ listEntityScorecards, ...overrides }),
        ],
        [identityApiRef, mockApis.identity({ userEntityRef: ME })],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return listEntityScorecards;
}

const showJudged = (overrides: Partial<EntityScorecard>) =>
  show({
    listEntityScorecards: async () => [rollbackOfPayments(now, overrides)],
  });

const scorecard = () =>
  screen.findByRole('article', { name: 'Rollback readiness' });

/** Opens a check, and gives what it opens to. */
async function open(title: string): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: title }));
  return screen.findByRole('group', { name: `Details of ${title}` });
}

describe('where an entity stands', () => {
  it('is said as a level and a range that counts on the worst', async () => {
    show();
    const article = await scorecard();
    expect(article).toHaveTextContent('Level Planned');
    expect(article).toHaveTextContent('Score 33.3% to 66.6%');
    expect(article).toHaveTextContent(
      'Of 60 points, 20 pass, 20 fail and 20 are unknown.',
    );
    expect(article).toHaveTextContent('They are no pass and change no score.');
    expect(article).toHaveTextContent('Only 33.3% counts for the level.');
    expect(article).toHaveTextContent(
      'It could be Possible: only if all that is unknown turns out well.',
    );
    await expectAccessible(screen.getByRole('main'));
  });

  it('is one number when nothing is unknown', async () => {
    showJudged({
      score: { worst: 50, best: 50 },
      standing: { level: 'planned', levelAtBest: 'planned' },
    });
    const article = await scorecard();
    expect(article).toHaveTextContent('Score 50%');
    expect(article).not.toHaveTextContent('to 66');
    expect(article).not.toHaveTextContent('It could be');
  });

  it.each<[string, Partial<EntityScorecard>, RegExp]>([
    [
      'on no level',
      { standing: {}, score: { worst: 0, best: 0 } },
      /No level yet.*Score 0%/,
    ],
    [
      'with nothing that applies',
      { standing: {}, score: undefined },
      /Nothing to judge.*No check applies, so there is no score/,
    ],
    [
      'on a lower level than before',
      { levelLostAt: new Date(now - 3_600_000).toISOString() },
      /It fell to a lower level.*1 hour ago/,
    ],
    [
      'as it was judged before something changed',
      { stale: true },
      /Something changed, and it is not judged yet/,
    ],
    [
      'before its rollout',
      {
        scorecard: {
          ...rollbackOfPayments(now).scorecard,
          inForce: false,
          rolloutAt: '2999-01-01T00:00:00Z',
        },
      },
      /Not in force yet.*In force from .*2999/,
    ],
  ])('is said %s', async (_, overrides, words) => {
    showJudged(overrides);
    expect(await scorecard()).toHaveTextContent(words);
  });
});

describe('what to do next', () => {
  it('is the first step with its remedy, and what the next level needs', async () => {
    show();
    const next = await screen.findByRole('region', {
      name: 'What to do next',
    });
    expect(next).toHaveTextContent(
      /First: Previous artifact\. Have the pipeline look/,
    );
    expect(within(next).getByRole('link', { name: /How to/ })).toHaveAttribute(
      'href',
      'https://docs.example/artifacts',
    );
    expect(next).toHaveTextContent(
      'For level Possible these must pass:Previous artifact',
    );
    expect(next).toHaveTextContent('needs a score of at least 50%');
  });

  it.each<[string, string[], RegExp]>([
    ['nothing, where all passes', [], /There is nothing to do/],
    [
      'nothing new, where all that is left is exempt',
      ['rollback-rehearsed'],
      /Only checks with an exemption do not pass/,
    ],
  ])('is %s', async (_, nextSteps, words) => {
    showJudged({ nextSteps, standing: { level: 'proven' } });
    expect(
      await screen.findByRole('region', { name: 'What to do next' }),
    ).toHaveTextContent(words);
  });
});

describe('a check', () => {
  it('says its verdict in words, and never an exemption as a pass', async () => {
    show();
    const list = await screen.findByRole('list', {
      name: 'Checks of Rollback readiness',
    });
    const rows = within(list)
      .getAllByRole('listitem')
      .map(row => row.textContent);
    expect(rows).toEqual([
      'Rollback planPass20 points',
      'RehearsalExempt, no passFail20 points',
      'Previous artifactUnknown20 points',
      'Kill switchDoes not apply10 points',
    ]);
  });

  it('says of one that passes that its exemption is not needed', async () => {
    const { checks } = rollbackOfPayments(now);
    showJudged({
      checks: checks.map(check =>
        check.exemption ? { ...check, state: 'pass' } : check,
      ),
    });
    const details = await open('Rehearsal');
    expect(
      screen.getByRole('list', { name: 'Checks of Rollback readiness' }),
    ).toHaveTextContent('RehearsalExemption not neededPass20 points');
    expect(details).toHaveTextContent('As the check stands now');
    expect(details).not.toHaveTextContent('It is no pass');
  });

  it('opens to question, verdict, reason and evidence', async () => {
    show();
    const details = await open('Rollback plan');
    expect(details).toHaveTextContent(
      'QuestionIs there a plan to go back, and is it current?',
    );
    expect(details).toHaveTextContent('WhyIt was reviewed 12 days ago');
    expect(
      (await within(details).findAllByText('Deployment'))[0],
    ).toBeVisible();
    expect(details).toHaveTextContent('4.2.0 succeeded');
    expect(await within(details).findByText(/3\.9\.0 succeeded/)).toBeVisible();
    expect(details).toHaveTextContent(/Holds until.*20\d\d/);
    expect(
      within(details).queryByRole('button', { name: /exemption/ }),
    ).toBeNull();
    await expectAccessible(screen.getByRole('main'));
  });

  it('asks by its id for evidence that is older than the newest, ten at a time', async () => {
    const [newest] = evidence(now);
    const getEvidence = jest.fn(async (id: string) => ({
      ...newest,
      id,
      headline: `report ${id}`,
    }));
    const judged = rollbackOfPayments(now);
    show({
      getEvidence,
      listEntityScorecards: async () => [
        {
          ...judged,
          checks: judged.checks.map((check, index) =>
            index === 0
              ? {
                  ...check,
                  evidence: [
                    'ev-1',
                    ...Array.from({ length: 11 }, (_, n) => `old-${n}`),
                  ],
                }
              : check,
          ),
        },
      ],
    });
    const details = await open('Rollback plan');
    const list = await within(details).findByRole('list', { name: 'Evidence' });
    expect(await within(list).findByText(/report old-8/)).toBeVisible();
    expect(within(list).getAllByRole('listitem')).toHaveLength(10);
    await userEvent.click(
      within(details).getByRole('button', { name: 'Show 2 more' }),
    );
    expect(await within(list).findByText(/report old-10/)).toBeVisible();
    expect(within(details).queryByRole('button', { name: /more/ })).toBeNull();
    expect(getEvidence).toHaveBeenCalledTimes(11);
    await expectAccessible(screen.getByRole('main'));
  });

  it('shows what it can, and why the rest cannot be shown', async () => {
    show({
      getEvidence: async () => {
        throw await failure(404, 'id: there is no evidence ev-gone');
      },
    });
    const details = await open('Rollback plan');
    expect(await within(details).findByText(/4\.2\.0 succeeded/)).toBeVisible();
    expect(
      await within(details).findByText(/there is no evidence ev-gone/),
    ).toBeVisible();
  });

  it('shows the steps of a rehearsal with their times', async () => {
    const [piece] = evidence(now);
    show({
      listEvidence: async () => ({
        items: [
          {
            ...piece,
            payload: {
              steps: [
                { step: 'up', outcome: 'done', seconds: 1.5 },
                { step: 'down', outcome: 'failed', seconds: 90 },
              ],
            },
          },
        ],
      }),
    });
    await open('Rollback plan');
    const rows = within(
      await screen.findByRole('table', { name: 'Steps of the rehearsal' }),
    ).getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      'StepOutcomeTook',
      'upDone1.5 seconds',
      'downFailed1 minute, 30 seconds',
    ]);
    await expectAccessible(screen.getByRole('main'));
  });

  it('says that it does not apply, and is in no total', async () => {
    show();
    expect(await open('Kill switch')).toHaveTextContent(
      /Does not apply It is in no total of this entity.*tier-1 only/,
    );
  });

  it('says who approved its exemption, until when, and that it is no pass', async () => {
    show();
    const details = await open('Rehearsal');
    expect(details).toHaveTextContent(
      /In force.*asked for by .*cleo.marin.*approved by .*ines.fuchs/,
    );
    expect(details).toHaveTextContent('It is no pass');
    expect(details).toHaveTextContent('Mend the way back');
    expect(
      await within(details).findByRole('button', { name: /Ask to renew it/ }),
    ).toBeVisible();
  });
});

describe('an exemption', () => {
  it('is asked for with a reason and a last day, and not without', async () => {
    const requestScorecardExemption = jest.fn(async () =>
      scorecardExemption(now),
    );
    const listed = show({ requestScorecardExemption });
    const details = await open('Previous artifact');
    await userEvent.click(
      await within(details).findByRole('button', {
        name: 'Ask for an exemption: Previous artifact',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const ask = within(dialog).getByRole('button', {
      name: 'Ask for an exemption',
    });
    await userEvent.type(
      within(dialog).getByLabelText(/Why it can wait/),
      ' Soon ',
    );
    expect(ask).toBeDisabled();
    const lastDay = within(dialog).getByLabelText(/Last day/);
    fireEvent.change(lastDay, { target: { value: '2020-01-01' } });
    expect(dialog).toHaveTextContent(/The last day is .* or later/);
    fireEvent.change(lastDay, { target: { value: '2199-01-01' } });
    expect(dialog).toHaveTextContent(/The last day is .* or earlier/);
    expect(ask).toBeDisabled();
    const { until } = scorecardExemption(now);
    fireEvent.change(lastDay, { target: { value: until } });
    await expectAccessible(dialog);
    await userEvent.click(ask);
    await waitFor(() =>
      expect(requestScorecardExemption).toHaveBeenCalledWith({
        scorecard: 'rollback-readiness',
        check: 'previous-artifact-available',
        entityRef: PAYMENTS,
        reason: 'Soon',
        until,
      }),
    );
    await waitFor(() => expect(listed.mock.calls.length).toBeGreaterThan(1));
  });

  const withRequest = (requestedBy: string) => {
    const judged = rollbackOfPayments(now);
    return {
      listEntityScorecards: async () => [
        {
          ...judged,
          checks: judged.checks.map(check =>
            check.check === 'previous-artifact-available'
              ? {
                  ...check,
                  requested: scorecardExemption(now, { requestedBy }),
                }
              : check,
          ),
        },
      ],
    };
  };

  it('is approved by somebody else, who says why', async () => {
    const decideScorecardExemption = jest.fn(async () =>
      scorecardExemption(now),
    );
    show({
      ...withRequest('user:default/cleo.marin'),
      decideScorecardExemption,
    });
    const details = await open('Previous artifact');
    await userEvent.click(
      await within(details).findByRole('button', { name: /^Approve/ }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Score and level stay as they are.');
    await userEvent.type(within(dialog).getByLabelText(/^Why/), 'Fine');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    await waitFor(() =>
      expect(decideScorecardExemption).toHaveBeenCalledWith(
        scorecardExemption(now).id,
        { decision: 'approve', comment: 'Fine' },
      ),
    );
  });

  it('is not decided by who asked for it', async () => {
    show(withRequest(ME));
    const details = await open('Previous artifact');
    expect(
      await within(details).findByText(/You asked for it yourself/),
    ).toBeVisible();
    expect(
      within(details).getByRole('button', { name: /^Take it back/ }),
    ).toBeVisible();
    expect(
      within(details).queryByRole('button', { name: /^Approve/ }),
    ).toBeNull();
  });

  it('keeps what was typed with what the backend said', async () => {
    show({
      revokeScorecardExemption: async () => {
        throw await failure(409, 'It has expired already');
      },
    });
    const details = await open('Rehearsal');
    await userEvent.click(
      await within(details).findByRole('button', { name: /^End it/ }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Why/), 'Moved early');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'End it' }),
    );
    expect(
      await within(dialog).findByText(/It has expired already/),
    ).toBeVisible();
    expect(within(dialog).getByLabelText(/^Why/)).toHaveValue('Moved early');
  });
});

describe('the section', () => {
  it('says that no scorecard is about the entity', async () => {
    show({ listEntityScorecards: async () => [] });
    expect(
      await screen.findByText('No scorecard is about this entity.'),
    ).toBeVisible();
  });

  it.each([
    [403, 'No', /You may not see this.*continuity.scorecard.read/],
    [500, 'The database is down', /could not be loaded.*The database is down/],
  ])('says why there is nothing: %s', async (status, message, words) => {
    show({
      listEntityScorecards: async () => {
        throw await failure(status, message);
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });
});

describe('what changed', () => {
  const history = async () => {
    await userEvent.click(
      await screen.findByRole('button', { name: /^What changed/ }),
    );
    return screen.findByRole('list', {
      name: 'What changed on Rollback readiness',
    });
  };

  it('is asked for when somebody looks, and says which way and why', async () => {
    const asked = jest.fn(async () => ({ items: scorecardHistory(now) }));
    show({ listEntityScorecardHistory: asked });
    await scorecard();
    expect(asked).not.toHaveBeenCalled();
    const list = await history();
    const [exempt, fell, first] = [...list.children];
    expect(exempt).toHaveTextContent(
      /Rehearsal: Fail, now Fail \(Exempt, no pass\)/,
    );
    expect(exempt).not.toHaveTextContent(/Rose|Fell/);
    expect(fell).toHaveTextContent(
      /Fell from Proven to PlannedScore 33.3% to 66.6%.*Rehearsal: Pass, now Fail\. The rehearsal of 3 days ago/,
    );
    expect(first).toHaveTextContent(/Rose from no level to Proven/);
    expect(first).toHaveTextContent(/Rollback plan: Pass/);
    await expectAccessible(screen.getByRole('main'));
  });

  it('goes on to what was before', async () => {
    const [newest, ...before] = scorecardHistory(now);
    show({
      listEntityScorecardHistory: async (_ref, _id, query) =>
        query?.cursor === 'older'
          ? { items: before }
          : { items: [newest], nextCursor: 'older' },
    });
    const list = await history();
    expect(list.children).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(list.children).toHaveLength(3));
    expect(
      screen.queryByRole('button', { name: 'Load more' }),
    ).not.toBeInTheDocument();
  });

  it('says when it could not be loaded', async () => {
    show({
      listEntityScorecardHistory: async () => {
        throw await failure(503, 'The database is down');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^What changed/ }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be loaded: the history.*The database is down/,
    );
  });
});
