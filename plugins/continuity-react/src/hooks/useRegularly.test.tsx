import { renderHook } from '@testing-library/react';
import { useRegularly } from './useRegularly';

const looks = (state: 'visible' | 'hidden') =>
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);

describe('useRegularly', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('does it while the page is looked at, at once on coming back, and not after that', () => {
    const work = jest.fn();
    const { unmount } = renderHook(() => useRegularly(work, 1_000));
    expect(work).not.toHaveBeenCalled();
    jest.advanceTimersByTime(2_500);
    expect(work).toHaveBeenCalledTimes(2);
    looks('hidden');
    jest.advanceTimersByTime(5_000);
    expect(work).toHaveBeenCalledTimes(2);
    looks('visible');
    window.dispatchEvent(new Event('focus'));
    expect(work).toHaveBeenCalledTimes(3);
    unmount();
    window.dispatchEvent(new Event('focus'));
    jest.advanceTimersByTime(5_000);
    expect(work).toHaveBeenCalledTimes(3);
  });
});
