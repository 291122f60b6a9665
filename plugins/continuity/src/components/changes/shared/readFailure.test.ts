import { failure } from '../../../testing/failure';
import { readFailure } from './readFailure';

it('knows what is in the way of a step', async () => {
  const refusals = [
    { reason: 'A freeze.', remedy: 'Wait.' },
    { reason: 'No.' },
  ];
  expect(
    readFailure(await failure(409, 'Not now', { refusals: [...refusals, 7] })),
  ).toEqual({ message: 'Not now', refusals });
});

it('knows what is there now when somebody was faster', async () => {
  const current = { revision: 4, state: 'approved', title: 'Newer' };
  expect(readFailure(await failure(409, 'Newer', { current }))).toEqual({
    message: 'Newer',
    refusals: [],
    outdated: { revision: 4, state: 'approved' },
  });
});

it('takes any other failure for what it says', async () => {
  expect(readFailure(new Error('The line is down'))).toEqual({
    message: 'The line is down',
    refusals: [],
  });
  expect(readFailure(await failure(403, 'Not you'))).toEqual({
    message: 'Not you',
    refusals: [],
  });
});
