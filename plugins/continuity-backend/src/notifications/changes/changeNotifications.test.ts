import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { PlacedEntry } from '../../ledger';
import type { DeliveryStore } from '../DeliveryStore';
import { OwnerMail } from '../OwnerMail';
import { ChangeSender } from './ChangeSender';

describe('following changes', () => {
  const sent: NotificationSendOptions[] = [];
  const deliveries = {
    reached: async () => new Set<string>(),
    note: async () => undefined,
    forget: async () => undefined,
  } as unknown as DeliveryStore;
  const sender = new ChangeSender({
    mail: new OwnerMail({
      notifications: { send: async options => void sent.push(options) },
      deliveries,
    }),
    deliveries,
    pagePath: '/continuity',
  });
  const entry = (type: string, data: unknown): PlacedEntry => ({
    index: 0,
    entry: {
      id: 'e1',
      type,
      at: '2026-11-29T12:00:00Z',
      actor: { ref: 'service:continuity' },
      subjects: ['component:default/shop'],
      data: data as never,
    },
  });

  beforeEach(() => sent.splice(0));

  it('passes over what is found of deployments', async () => {
    await sender.handle(
      [entry('change.unauthorised.found', { id: 'x' })],
      AbortSignal.timeout(1_000),
    );
    expect(sent).toEqual([]);
  });

  it('tells a board of its meetings, with where to decide before', async () => {
    const meeting = {
      id: 'm1',
      group: 'group:default/board',
      title: 'Weekly',
      start: '2026-12-01T09:00:00Z',
    };
    await sender.handle(
      [entry('cab.called', meeting)],
      AbortSignal.timeout(1_000),
    );
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: 'group:default/board' },
        payload: {
          title: 'Meeting called: Weekly',
          description: expect.stringContaining('Tue 1 Dec 2026, 09:00 (UTC).'),
          link: '/continuity/changes/cab/m1',
        },
      },
    ]);
  });

  it('refuses an entry that it does not understand, so that it is set aside', async () => {
    await expect(
      sender.handle(
        [entry('change.suspend', { id: 'x' })],
        AbortSignal.timeout(1_000),
      ),
    ).rejects.toThrow();
  });
});
