import { TestApiProvider } from '@backstage/test-utils';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { continuityApiRef } from '../api/continuityApiRef';
import { reliableForMs, useGate } from './useGate';

const decision = (overrides: Partial<GateDecision> = {}): GateDecision => ({
  verdict: 'allow',
  dryRun: true,
  request: {
    entity: 'component:default/a',
    environment: 'production',
    class: 'standard',
    at: '2026-01-01T00:00:00Z',
  },
  reasons: [],
  decidedAt: '2026-01-01T00:00:00Z',
  validUntil: '2026-01-01T00:15:00Z',
  ...overrides,
});

describe('reliableForMs', () => {
  it.each([
    ['until it may not be relied on', {}, 15 * 60_000],
    [
      'until it changes, when that is sooner',
      {
        nextChange: {
          at: '2026-01-01T00:05:00Z',
          verdict: 'deny' as const,
          cause: '',
        },
      },
      5 * 60_000,
    ],
    ['never in haste', { validUntil: '2026-01-01T00:00:00Z' }, 1_000],
    ['never in haste over nonsense', { validUntil: 'soon' }, 1_000],
    ['a day at most', { validUntil: '2027-01-01T00:00:00Z' }, 86_400_000],
  ])('%s', (_, overrides, expected) => {
    expect(reliableForMs(decision(overrides))).toBe(expected);
  });
});

describe('useGate', () => {
  const question = {
    entity: 'component:default/a',
    environment: 'production',
    class: 'standard',
  } as const;

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const start = (decide: jest.Mock) =>
    renderHook(props => useGate(props), {
      initialProps: question,
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[[continuityApiRef, { decide }]]}>
          {children}
        </TestApiProvider>
      ),
    });

  it('asks again when the answer is used up, and shows no old answer meanwhile', async () => {
    const decide = jest.fn().mockResolvedValue(decision());
    const { result } = start(decide);
    await waitFor(() => expect(result.current.state).toBe('ready'));
    expect(decide).toHaveBeenCalledTimes(1);

    decide.mockReturnValue(new Promise(() => undefined));
    await act(() => jest.advanceTimersByTimeAsync(15 * 60_000));
    expect(decide).toHaveBeenCalledTimes(2);
    expect(result.current.state).toBe('loading');
  });

  it('does not fall back on the old answer when asking again fails', async () => {
    const decide = jest.fn().mockResolvedValueOnce(decision());
    decide.mockRejectedValue(new Error('connection refused'));
    const { result } = start(decide);
    await waitFor(() => expect(result.current.state).toBe('ready'));
    await act(() => jest.advanceTimersByTimeAsync(15 * 60_000));
    expect(result.current).toMatchObject({
      state: 'failed',
      error: { message: 'connection refused' },
    });
  });

  it('never records', async () => {
    const decide = jest.fn().mockResolvedValue(decision());
    const { result } = start(decide);
    await waitFor(() => expect(result.current.state).toBe('ready'));
    expect(decide.mock.calls[0][0]).toEqual({ ...question, dryRun: true });
  });
});
