import fc from 'fast-check';
import type { FreezeWindow, FreezeWindowDeclaration } from '../types';
import { anyDeclaration, read } from './__testUtils__/anyDeclaration';
import { declareWindow } from './declareWindow';

const window: FreezeWindow = {
  id: 'w',
  title: 'W',
  reason: 'r',
  owner: 'group:default/o',
  effect: 'freeze',
  enforcement: 'block',
  onRunning: 'finish',
  rollbacksExempt: true,
  timezone: 'Europe/Zurich',
  start: '2026-12-25T00:00:00',
  length: { by: 'duration', duration: 'P1D' },
  allDay: true,
  rdates: [],
  exdates: [],
  overrides: [],
  scope: {},
};

describe('declareWindow', () => {
  it('leaves out what means the same when absent', () => {
    expect(declareWindow(window)).toEqual({
      id: 'w',
      title: 'W',
      reason: 'r',
      owner: 'group:default/o',
      start: '2026-12-25',
      duration: 'P1D',
      timezone: 'Europe/Zurich',
    });
  });

  it('writes out everything else', () => {
    const declared: FreezeWindowDeclaration = {
      id: 'w',
      title: 'W',
      reason: 'r',
      owner: 'group:default/o',
      link: 'https://example.com',
      effect: 'maintenance',
      enforcement: 'warn',
      onRunning: 'pause',
      rollbacksExempt: false,
      start: '2026-01-30T18:00:00',
      end: '2026-01-31T06:00:00',
      timezone: 'America/New_York',
      rrule: 'FREQ=DAILY',
      rdates: [
        '2026-03-01T12:00:00',
        { start: '2026-04-01T12:00:00', end: '2026-04-03T00:00:00' },
      ],
      exdates: ['2026-02-01T18:00:00'],
      overrides: [
        {
          occurrence: '2026-02-02T18:00:00',
          start: '2026-02-03T18:00:00',
          end: '2026-02-03T20:00:00',
          title: 'T',
          reason: 'R',
        },
        { occurrence: '2026-02-05T18:00:00', duration: 'PT1H' },
      ],
      scope: {
        tiers: ['tier-1'],
        systems: ['system:default/payments'],
        except: { regions: ['eu-west-1'] },
      },
    };
    expect(declareWindow(read(declared))).toEqual(declared);
  });

  it('is read back as the window that it was', () => {
    fc.assert(
      fc.property(anyDeclaration, declaration => {
        const once = read(declaration);
        expect(read(declareWindow(once))).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('parseFreezeWindow', () => {
  it('does not mind in which order dates and differences are listed', () => {
    fc.assert(
      fc.property(anyDeclaration, declaration => {
        const { rdates, exdates, overrides } = declaration;
        expect(
          read({
            ...declaration,
            ...(rdates && { rdates: rdates.toReversed() }),
            ...(exdates && { exdates: exdates.toReversed() }),
            ...(overrides && { overrides: overrides.toReversed() }),
          }),
        ).toEqual(read(declaration));
      }),
      { numRuns: 300 },
    );
  });
});
