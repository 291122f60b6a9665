import { parseDay } from '../time/civilDay';
import { formatPlan, parsePlan, planRequest, typedRef } from './planQuestion';

const TODAY = parseDay('2026-03-27') ?? NaN;
const NOW = Date.parse('2026-03-27T10:00:30Z');
const ask = (query: string, zone = 'Europe/Zurich') =>
  planRequest(parsePlan(new URLSearchParams(query)), TODAY, NOW, zone);

describe('the address of a plan', () => {
  it.each([
    '',
    'entity=payments-api&slot=PT2H',
    'owner=group%3Adefault%2Fa&system=system%3Adefault%2Fb&tier=tier-1&environment=staging&class=major&date=2026-03-29&days=7&slot=P1D',
    'entity=x&planned=2026-03-28T18%3A00',
  ])('is written as it was read: %s', query => {
    expect(formatPlan(parsePlan(new URLSearchParams(query))).toString()).toBe(
      query,
    );
  });

  it('that cannot be read is as if it were not there', () => {
    expect(
      parsePlan(
        new URLSearchParams(
          'class=huge&date=2026-02-30&days=8&slot=PT3H&planned=soon',
        ),
      ),
    ).toEqual(parsePlan(new URLSearchParams()));
  });
});

describe('typedRef', () => {
  it.each([
    ['payments-api', 'component:default/payments-api'],
    [' resource:bank/Ledger ', 'resource:bank/ledger'],
    ['a:b:c', undefined],
    ['', undefined],
  ])('%j is %s', (text, ref) => expect(typedRef(text)).toBe(ref));
});

describe('planRequest', () => {
  it('looks from now on, over whole days of the reader', () => {
    expect(ask('days=7')).toEqual({
      request: {
        selection: {},
        environment: 'production',
        class: 'standard',
        from: '2026-03-27T10:00:00.000Z',
        // Clocks go forward on the 29th: midnight is an hour earlier in UTC.
        to: '2026-04-02T22:00:00.000Z',
        slot: 'PT1H',
      },
    });
  });

  it('begins at midnight of another day', () => {
    expect(ask('date=2026-03-30&days=7')).toMatchObject({
      request: { from: '2026-03-29T22:00:00.000Z' },
    });
  });

  it('means the planned time on the clock of the reader', () => {
    const query = 'entity=payments-api&planned=2026-03-30T18:00&slot=PT2H';
    expect(ask(query)).toMatchObject({
      request: {
        planned: [
          {
            entity: 'component:default/payments-api',
            at: '2026-03-30T16:00:00.000Z',
            duration: 'PT2H',
          },
        ],
      },
    });
    expect(ask(query, 'Asia/Kolkata')).toMatchObject({
      request: { planned: [{ at: '2026-03-30T12:30:00.000Z' }] },
    });
  });

  it.each([
    ['entity=a:b:c', 'entity'],
    ['environment=%20', 'environment'],
    ['planned=2026-03-30T18:00', 'plannedEntity'],
  ])('says what is missing in %s', (query, problem) => {
    expect(ask(query)).toEqual({ problem });
  });
});
