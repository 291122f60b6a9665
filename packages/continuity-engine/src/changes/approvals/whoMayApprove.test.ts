import { whoMayApprove } from './whoMayApprove';

const delegation = { from: 'ann', to: 'dan', start: 10, end: 20 };
const at = (
  moment: number,
  excluded: string[] = [],
  delegations = [delegation],
) =>
  [
    ...whoMayApprove(
      {
        members: ['ann', 'bob'],
        excluded: new Set(excluded),
        delegations,
      },
      moment,
    ).keys(),
  ].sort();

describe('whoMayApprove', () => {
  it.each([
    [9, ['ann', 'bob']],
    [10, ['ann', 'bob', 'dan']],
    [19, ['ann', 'bob', 'dan']],
    [20, ['ann', 'bob']],
  ])('has a stand-in from the first day to the last: %d', (moment, who) => {
    expect(at(moment)).toEqual(who);
  });

  it('lets nobody who is excluded decide through somebody else', () => {
    expect(at(15, ['ann'])).toEqual(['bob']);
  });

  it('lets nobody who is excluded stand in for others', () => {
    expect(at(15, ['dan'])).toEqual(['ann', 'bob']);
  });

  it('does not hand on a place that was taken', () => {
    const on = { ...delegation, from: 'dan', to: 'eve' };
    expect(at(15, [], [delegation, on])).toEqual(['ann', 'bob', 'dan']);
  });

  it('says in whose places somebody may decide', () => {
    const places = whoMayApprove(
      {
        members: ['ann', 'bob'],
        excluded: new Set(),
        delegations: [delegation, { ...delegation, to: 'bob' }],
      },
      15,
    );
    expect(
      Object.fromEntries([...places].map(([who, of]) => [who, [...of]])),
    ).toEqual({ ann: ['ann'], bob: ['bob', 'ann'], dan: ['ann'] });
  });
});
