import {
  formatChanges,
  parseChanges,
  toQuery,
  type ChangesAddress,
} from './changesAddress';

const read = (text: string) => parseChanges(new URLSearchParams(text));

it.each<[string, Partial<ChangesAddress>]>([
  ['', { view: 'approve', layout: 'table' }],
  ['view=team&state=approved', { view: 'team', state: 'approved' }],
  ['view=all&class=major&entity=api:default/x', { entity: 'api:default/x' }],
  ['view=nobody&state=gone&class=minor', { view: 'approve' }],
  ['layout=board', { view: 'all', layout: 'board' }],
  // It has a column for each state, so none of them is a filter of it.
  [
    'layout=board&view=mine&state=draft&class=major',
    { view: 'mine', layout: 'board', state: undefined, class: 'major' },
  ],
])('reads "%s"', (text, expected) => {
  expect(read(text)).toMatchObject(expected);
  expect(read(formatChanges(read(text)).toString())).toEqual(read(text));
});

it('asks for what the address says', () => {
  expect(toQuery(read('view=mine&state=open&class=emergency'))).toEqual({
    mine: 'author',
    state:
      'draft,assessed,awaiting-approval,approved,scheduled,implementing,in-review',
    class: 'emergency',
    entity: undefined,
  });
  expect(toQuery(read('view=all')).mine).toBeUndefined();
});
