import type { PortalWindow } from '@continuity/plugin-continuity-common';
import {
  declarationOf,
  draftOf,
  emptyForm,
  formOf,
  idFrom,
} from './windowForm';

const saved: PortalWindow = {
  id: 'f7f3a3c0-3a53-4f2a-9a3e-000000000001',
  revision: 3,
  calendarRef: 'portalcalendar:default/finance',
  owner: 'group:default/finance',
  timezone: 'Europe/Zurich',
  mayEdit: true,
  createdAt: '2026-11-01T00:00:00Z',
  createdBy: 'user:default/anna',
  updatedAt: '2026-11-01T00:00:00Z',
  updatedBy: 'user:default/anna',
  window: {
    id: 'month-end',
    title: 'Month-end close',
    reason: 'Books are closed',
    link: 'https://wiki.example/close',
    effect: 'freeze',
    enforcement: 'approval',
    onRunning: 'pause',
    rollbacksExempt: false,
    start: '2026-01-31T18:00:00',
    duration: 'PT14H',
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    rdates: [
      '2026-02-10T18:00:00',
      { start: '2026-02-11T18:00:00', end: '2026-02-11T20:00:00' },
    ],
    exdates: ['2026-12-31T18:00:00'],
    overrides: [
      { occurrence: '2026-03-31T18:00:00', start: '2026-03-30T18:00:00' },
    ],
    scope: {
      tiers: ['tier-1'],
      environments: ['production'],
      entities: { 'spec.type': 'service' },
      except: { regions: ['eu-central-1'], entities: { 'metadata.name': 'x' } },
    },
  },
};

describe('the form of a window', () => {
  it('gives a saved window back as it was', () => {
    expect(declarationOf(formOf(saved))).toEqual(saved.window);
  });

  it.each([
    [
      'an end on the clock',
      {
        start: '2026-01-31T18:00:00',
        end: '2026-02-01T08:00:00',
        duration: undefined,
      },
    ],
    [
      'whole days',
      {
        start: '2026-12-24',
        end: '2026-12-27',
        duration: undefined,
        rrule: undefined,
        rdates: undefined,
        exdates: undefined,
        overrides: undefined,
      },
    ],
    ['seconds', { start: '2026-01-31T18:00:30' }],
  ])('keeps %s', (_, part) => {
    const window = JSON.parse(JSON.stringify({ ...saved.window, ...part }));
    expect(declarationOf(formOf({ ...saved, window }))).toEqual(window);
  });

  it('leaves out what says nothing', () => {
    const form = emptyForm({
      today: '2026-11-23',
      timezone: 'UTC',
      owner: 'group:default/ops',
    });
    expect(draftOf({ ...form, title: 'Night', reason: 'Batch' })).toEqual({
      owner: 'group:default/ops',
      timezone: 'UTC',
      window: {
        id: 'night',
        title: 'Night',
        reason: 'Batch',
        effect: 'freeze',
        enforcement: 'block',
        onRunning: 'finish',
        rollbacksExempt: true,
        start: '2026-11-23T18:00:00',
        duration: 'PT12H',
      },
    });
  });

  it('sends a predicate that is no JSON as it is, so that it is refused by name', () => {
    const form = formOf(saved);
    const { scope } = declarationOf({
      ...form,
      scope: { ...form.scope, entities: 'spec.type=service' },
    });
    expect(scope).toMatchObject({ entities: 'spec.type=service' });
  });

  it.each([
    ['Month-end close', 'month-end-close'],
    ['  Zürich: Jahresende 2026! ', 'zurich-jahresende-2026'],
    ['***', ''],
    [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
  ])('%p suggests the id %p', (title, id) => {
    expect(idFrom(title)).toBe(id);
  });
});
