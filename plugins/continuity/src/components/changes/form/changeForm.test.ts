import { change } from '../../../testing/changeFixtures';
import { contentOf, emptyForm, formOf } from './changeForm';
import { fieldProblems } from './fieldProblems';
import { mergeForms } from '../../shared/mergeForms';

const ZONE = 'Europe/Zurich';
const NOW = Date.parse('2026-12-09T02:00:00Z');

describe('contentOf', () => {
  it('says what was said before when nothing was changed', () => {
    const { content } = change(NOW);
    const window = {
      start: '2026-12-10T08:00:00Z',
      end: '2026-12-10T09:00:00Z',
    };
    const form = formOf({ ...content, window }, ZONE);
    expect(form.window).toEqual({
      start: '2026-12-10T09:00',
      end: '2026-12-10T10:00',
    });
    expect(contentOf(form, ZONE)).toEqual({ ...content, window });
  });

  it('leaves out what is not said, and keeps what is said in part', () => {
    const form = emptyForm('api:default/x');
    expect(contentOf(form, ZONE)).toEqual({ entities: ['api:default/x'] });
    expect(
      contentOf(
        {
          ...form,
          rollbackPlan: { ...form.rollbackPlan, decisionDeadline: 'PT5M' },
          // Nothing besides code is something that is said.
          facts: { ...form.facts, touches: 'nothing', files: '3' },
          digests: { 'api:default/gone': 'sha256:1' },
        },
        ZONE,
      ),
    ).toEqual({
      entities: ['api:default/x'],
      rollbackPlan: { decisionDeadline: 'PT5M' },
      facts: { touches: [], size: { files: 3, lines: NaN } },
    });
  });
});

describe('fieldProblems', () => {
  it.each<[string, [string, string][]]>([
    ['It is too late', []],
    [
      'content.rollbackPlan.steps: is missing; expected a list of steps',
      [['content.rollbackPlan.steps', 'is missing; expected a list of steps']],
    ],
    [
      'content.title: is missing; expected one line; content.digests.component:default/x: "1" is not sha256:',
      [
        ['content.title', 'is missing; expected one line'],
        ['content.digests.component:default/x', '"1" is not sha256:'],
      ],
    ],
    ['content: is no change', [['content', 'is no change']]],
  ])('of "%s"', (message, expected) => {
    expect(
      fieldProblems(message).map(problem => [problem.path, problem.message]),
    ).toEqual(expected);
  });
});

it('puts what somebody else changed beside what one changed oneself', () => {
  const base = formOf(change(NOW).content, ZONE);
  const mine = { ...base, title: 'Mine', plan: 'Mine', incident: 'INC-1' };
  const newest = {
    ...base,
    title: 'Theirs',
    communication: 'Theirs',
    incident: 'INC-1',
  };
  expect(mergeForms(base, mine, newest)).toEqual({
    form: { ...mine, communication: 'Theirs' },
    both: ['title'],
  });
});
