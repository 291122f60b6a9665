import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import type { ScorecardSignal } from '@continuity/plugin-continuity-common';
import { renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { useScorecardUpdates } from './useScorecardUpdates';

describe('useScorecardUpdates', () => {
  const listeners = new Set<(message: ScorecardSignal) => void>();
  const subscribe = jest.fn((_channel: string, listener: any) => {
    listeners.add(listener);
    return { unsubscribe: () => listeners.delete(listener) };
  });
  const signal = (scorecard: string) =>
    listeners.forEach(listener => listener({ scorecard }));
  const follow = (scorecard?: string) => {
    const work = jest.fn();
    const wrapper = ({ children }: PropsWithChildren) => (
      <TestApiProvider apis={[[signalApiRef, { subscribe }]]}>
        {children}
      </TestApiProvider>
    );
    renderHook(() => useScorecardUpdates(work, 10_000, scorecard), { wrapper });
    return work;
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    listeners.clear();
  });

  it.each([
    ['its own scorecard', 'basics', 'basics', 1],
    ['another scorecard', 'basics', 'rollback', 0],
    ['any scorecard, where it shows all', undefined, 'rollback', 1],
  ])('hears of %s', (_, shown, told, times) => {
    const work = follow(shown);
    expect(subscribe).toHaveBeenCalledWith(
      'continuity:scorecards',
      expect.any(Function),
    );
    signal(told);
    signal(told);
    jest.advanceTimersByTime(2_000);
    expect(work).toHaveBeenCalledTimes(times);
  });

  it('asks without a signal, too', () => {
    const work = follow('basics');
    jest.advanceTimersByTime(25_000);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
