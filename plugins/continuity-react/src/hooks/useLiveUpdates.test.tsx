import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import type { ChangeSignal } from '@continuity/plugin-continuity-common';
import { renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { useLiveUpdates, type LiveSubject } from './useLiveUpdates';

describe('useLiveUpdates', () => {
  const listeners = new Set<(message: any) => void>();
  const subscribe = jest.fn((_channel: string, listener: any) => {
    listeners.add(listener);
    return { unsubscribe: () => listeners.delete(listener) };
  });
  const signal = (message: ChangeSignal) =>
    listeners.forEach(listener => listener(message));
  const follow = (
    subject: LiveSubject,
    apis: any = [[signalApiRef, { subscribe }]],
  ) => {
    const work = jest.fn();
    const wrapper = ({ children }: PropsWithChildren) => (
      <TestApiProvider apis={apis}>{children}</TestApiProvider>
    );
    return {
      work,
      ...renderHook(() => useLiveUpdates(work, subject, 10_000), { wrapper }),
    };
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    listeners.clear();
  });

  it('asks again once for signals that come together, and only for its own', () => {
    const { work, unmount } = follow({ about: 'change', id: 'c1' });
    expect(subscribe).toHaveBeenCalledWith(
      'continuity:changes',
      expect.any(Function),
    );
    signal({ about: 'change', id: 'c2' });
    signal({ about: 'override', id: 'c1' });
    jest.advanceTimersByTime(2_000);
    expect(work).not.toHaveBeenCalled();
    signal({ about: 'change', id: 'c1' });
    signal({ about: 'change', id: 'c1' });
    jest.advanceTimersByTime(2_000);
    expect(work).toHaveBeenCalledTimes(1);
    unmount();
    expect(listeners.size).toBe(0);
  });

  it('follows all of a kind for a list', () => {
    const { work } = follow({ about: 'override' });
    signal({ about: 'override', id: 'o1' });
    jest.advanceTimersByTime(2_000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('waits until the page is looked at', () => {
    const { work } = follow({ about: 'override' });
    const look = jest.spyOn(document, 'visibilityState', 'get');
    look.mockReturnValue('hidden');
    signal({ about: 'override', id: 'o1' });
    jest.advanceTimersByTime(2_000);
    expect(work).not.toHaveBeenCalled();
    look.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('asks regularly in a portal without signals', () => {
    const { work } = follow({ about: 'change', id: 'c1' }, []);
    jest.advanceTimersByTime(25_000);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
