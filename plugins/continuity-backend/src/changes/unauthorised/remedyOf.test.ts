import { remedyOf } from './remedyOf';

const seen = { environment: 'production', times: 1 };
const changeId = '0b5a4d52-7d9d-4f66-8f0c-000000000001';
const resolution = { by: 'user:default/anna', at: 1, reason: 'It was a drill' };

it.each([
  ['was seen once', seen, /^If it is to stay, raise a change/],
  ['keeps being deployed', { ...seen, times: 3 }, /keeps.*for production/],
  ['has a draft', { ...seen, times: 3, changeId }, /^Complete the change/],
])('says what to do about one that %s', (_, found, remedy) => {
  expect(remedyOf(found)).toMatch(remedy);
  expect(remedyOf(found)).toMatch(/then answer for the deployment here\.$/);
});

it('asks for nothing once somebody has answered for it', () => {
  expect(remedyOf({ ...seen, changeId, resolution })).toBeUndefined();
});
