import { formatWish, parseWish } from './overrideWish';

const wish = {
  rules: ['freeze:freezecalendar:default/close#month-end', 'check:x'],
  entities: ['component:default/payments-api'],
  environments: ['production', 'production-dr'],
  regions: [],
};

it('finds its way through an address', () => {
  const address = formatWish(wish).toString();
  expect(parseWish(new URLSearchParams(address))).toEqual(wish);
});

it('takes what cannot be meant as if it were not there', () => {
  const address = `rules=&rules=${'x'.repeat(701)}&rules=check:x&rules=check:x`;
  expect(parseWish(new URLSearchParams(address))).toEqual({
    rules: ['check:x'],
    entities: [],
    environments: [],
    regions: [],
  });
});
