import fc from 'fast-check';
import {
  exemptionInForce,
  scorecardExemption,
} from '../../../testing/scorecardFixtures';
import { exemptionActs, type ExemptionReader } from './exemptionActs';

const ME = 'user:default/test';
const foreign = scorecardExemption(0);
const own = scorecardExemption(0, { requestedBy: ME });
const inForce = exemptionInForce(0);
const all: ExemptionReader = { me: ME, mayAsk: true, mayDecide: true };

it.each<
  [
    string,
    Parameters<typeof exemptionActs>[0],
    Partial<ExemptionReader>,
    string[],
  ]
>([
  ['a check that fails', { canAsk: true }, {}, ['request']],
  ['a check that passes', { canAsk: false }, {}, []],
  ['without the permission to ask', { canAsk: true }, { mayAsk: false }, []],
  [
    'what somebody else asked for',
    { canAsk: true, requested: foreign },
    {},
    ['approve', 'refuse', 'withdraw'],
  ],
  ['what one asked for', { canAsk: true, requested: own }, {}, ['withdraw']],
  [
    'who one is is not known',
    { canAsk: true, requested: foreign },
    { me: undefined },
    ['withdraw'],
  ],
  [
    'without the permission to decide',
    { canAsk: true, requested: foreign },
    { mayDecide: false },
    ['withdraw'],
  ],
  ['one in force', { canAsk: true, inForce }, {}, ['renew', 'revoke']],
  [
    'one in force, and its renewal asked for',
    { canAsk: true, inForce, requested: foreign },
    { mayAsk: false },
    ['approve', 'refuse', 'withdraw', 'revoke'],
  ],
])('what can be done about %s', (_, about, reader, kinds) => {
  expect(
    exemptionActs(about, { ...all, ...reader }).map(({ kind }) => kind),
  ).toEqual(kinds);
});

it('never lets anybody decide on their own, or without the permission', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(undefined, ME, 'user:default/cleo.marin'),
      (canAsk, hasOne, mayAsk, mayDecide, me) => {
        const kinds = exemptionActs(
          { canAsk, requested: own, ...(hasOne && { inForce }) },
          { me, mayAsk, mayDecide },
        ).map(({ kind }) => kind);
        const decides = kinds.includes('approve') || kinds.includes('refuse');
        expect(decides).toBe(mayDecide && me === 'user:default/cleo.marin');
        expect(kinds.length > 0).toBe(mayAsk || mayDecide);
      },
    ),
  );
});
