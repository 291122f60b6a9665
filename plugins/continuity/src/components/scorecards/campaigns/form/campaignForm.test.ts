import { contentOf, emptyForm, formOf, withoutEmpty } from './campaignForm';

const form = {
  ...emptyForm('2027-01-04', 'Europe/Zurich'),
  title: ' Rehearse ',
  owner: 'group:default/platform',
};

it('says nothing of services where nothing is chosen', () => {
  expect(contentOf(form)).toEqual({
    content: expect.objectContaining({
      title: 'Rehearse',
      scope: {},
      reminders: [14, 7, 1],
    }),
    problems: [],
  });
});

it('comes back as it was said', () => {
  const { content } = contentOf({
    ...form,
    title: 'Rehearse',
    owners: ['group:default/a'],
    unowned: true,
    systems: ['system:default/s'],
    tiers: ['tier-1'],
    entities: '{"metadata.labels.area":"sales"}',
    reminders: '1 14,7',
  });
  expect(content.scope).toEqual({
    owners: ['group:default/a', 'none'],
    systems: ['system:default/s'],
    tiers: ['tier-1'],
    entities: { 'metadata.labels.area': 'sales' },
  });
  expect(content.reminders).toEqual([1, 14, 7]);
  expect(contentOf(formOf(content)).content).toEqual({
    ...content,
    reminders: [14, 7, 1],
  });
});

it.each([
  [{ entities: '{' }, 'entities'],
  [{ entities: '[]' }, 'entities'],
  [{ entities: 'null' }, 'entities'],
  [{ reminders: 'soon' }, 'reminders'],
  [{ reminders: '7, -1' }, 'reminders'],
  [{ reminders: '91' }, 'reminders'],
])('cannot send %j', (change, problem) => {
  expect(contentOf({ ...form, ...change }).problems).toEqual([problem]);
});

it('calls nothing wrong that is only empty', () => {
  const problems = ['title', 'endsOn', 'owner', 'level'].map(path => ({
    path,
    message: 'is wrong',
  }));
  expect(
    withoutEmpty(problems, { ...form, title: '', owner: 'x' }).map(
      ({ path }) => path,
    ),
  ).toEqual(['owner', 'level']);
});
