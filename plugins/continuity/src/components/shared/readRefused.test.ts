import { failure } from '../../testing/failure';
import { readRefused } from './readRefused';

it('knows which fields are wrong, and what is said of each', async () => {
  const message =
    'rules.0: no policy lets "check:x" be overridden; it would deny all the same; duration: "PT9H" is too long';
  expect(
    readRefused(await failure(400, message), ['rules', 'duration', 'reason']),
  ).toEqual({
    kind: 'invalid',
    message,
    problems: [
      {
        path: 'rules.0',
        message:
          'no policy lets "check:x" be overridden; it would deny all the same',
      },
      { path: 'duration', message: '"PT9H" is too long' },
    ],
  });
});

it.each([
  [403, 'forbidden'],
  [409, 'outdated'],
  [503, 'failed'],
])('takes %s for %s', async (status, kind) => {
  expect(readRefused(await failure(status, 'No'), ['reason'])).toEqual({
    kind,
    message: 'No',
    problems: [],
  });
});

it('takes what never arrived for a failure', () => {
  expect(readRefused(new Error('The line is down'), [])).toEqual({
    kind: 'failed',
    message: 'The line is down',
    problems: [],
  });
});
