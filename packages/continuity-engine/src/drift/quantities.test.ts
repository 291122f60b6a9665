import fc from 'fast-check';
import { goDurationOf, quantityOf } from './quantities';

it.each([
  ['100m', '0.1'],
  ['1', '1000m'],
  ['1Gi', '1073741824'],
  ['1024Mi', '1Gi'],
  ['0.5Gi', '512Mi'],
  ['1e3', '1k'],
  ['1E', '1000P'],
  ['+1', 1],
  ['.5', '500m'],
  ['0', 0],
  ['-1', '-1000m'],
])('takes the quantities %s and %s for the same', (a, b) => {
  expect(quantityOf(a)).toBeDefined();
  expect(quantityOf(a)).toBe(quantityOf(b));
});

it.each(['', 'm', '1 Gi', '1gi', '1KiB', 'NaN', '1e999', {}, null, true])(
  'takes %j for no quantity',
  text => {
    expect(quantityOf(text)).toBeUndefined();
  },
);

it('tells amounts apart that a number of JavaScript does not', () => {
  expect(quantityOf('9007199254740993')).not.toBe(
    quantityOf('9007199254740992'),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), amount => {
      expect(quantityOf(`${amount}m`)).toBe(amount * 10n ** 6n);
    }),
  );
});

it.each([
  ['90m', '1h30m'],
  ['1h30m0s', '1.5h'],
  ['1000ms', '1s'],
  ['0', '0s'],
])('takes the durations %s and %s for the same', (a, b) => {
  expect(goDurationOf(a)).toBe(goDurationOf(b));
});

it.each(['', '5', '5 m', 'PT5M', '1d', 5])('takes %j for no duration', text => {
  expect(goDurationOf(text)).toBeUndefined();
});
