import type { LedgerEntry } from '@continuity/engine';
import { ChangeSignals } from './ChangeSignals';

const entry = (type: string, data: LedgerEntry['data']): LedgerEntry => ({
  id: 'e1',
  type,
  at: '2026-11-29T12:00:00Z',
  actor: { ref: 'user:default/anna' },
  subjects: [],
  data,
});

describe('ChangeSignals', () => {
  it('tells everybody which thing is not as it was, once, and no more than its id', () => {
    const publish = jest.fn(async () => {});
    new ChangeSignals({
      signals: { publish },
      logger: { warn: jest.fn() },
    }).tell([
      entry('change.approval', { id: 'c1', title: 'Secret' }),
      entry('change.approve', { id: 'c1', title: 'Secret' }),
      entry('override.requested', { id: 'o1' }),
      entry('cab.called', { id: 'm1' }),
      entry('change.unauthorised.found', { id: 'u1' }),
      entry('decision', { id: 'd1' }),
      entry('change.odd', 'nothing'),
    ]);
    expect(publish.mock.calls.map(([signal]: any) => signal)).toEqual(
      [
        { about: 'change', id: 'c1' },
        { about: 'override', id: 'o1' },
        { about: 'meeting', id: 'm1' },
      ].map(message => ({
        recipients: { type: 'broadcast' },
        channel: 'continuity:changes',
        message,
      })),
    );
  });

  it('lets nobody fail because pages cannot be told', async () => {
    const warn = jest.fn();
    new ChangeSignals({
      signals: { publish: async () => Promise.reject(new Error('down')) },
      logger: { warn },
    }).tell([entry('change.approve', { id: 'c1' })]);
    await new Promise(resolve => setImmediate(resolve));
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
