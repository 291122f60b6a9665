import { act, renderHook, waitFor } from '@testing-library/react';
import { useResource } from './useResource';

const deferred = <T,>() => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>(done => {
    resolve = done;
  });
  return { promise, resolve };
};

describe('useResource', () => {
  it('drops an answer whose question was replaced', async () => {
    const answers = { a: deferred<string>(), b: deferred<string>() };
    const signals: AbortSignal[] = [];
    const { result, rerender } = renderHook(
      ({ key }: { key: 'a' | 'b' }) =>
        useResource(signal => {
          signals.push(signal);
          return answers[key].promise;
        }, key),
      { initialProps: { key: 'a' } },
    );
    await waitFor(() => expect(signals).toHaveLength(1));
    rerender({ key: 'b' });
    await waitFor(() => expect(signals).toHaveLength(2));
    expect(signals[0].aborted).toBe(true);
    await act(async () => answers.b.resolve('second'));
    await act(async () => answers.a.resolve('first'));
    expect(result.current).toMatchObject({ state: 'ready', value: 'second' });
  });

  it.each([
    [false, { state: 'loading' }],
    [true, { state: 'ready', value: 'a', refreshing: true }],
  ])(
    'with keepPrevious %s shows %j while another key loads',
    async (keepPrevious, expected) => {
      const never = new Promise<string>(() => undefined);
      const { result, rerender } = renderHook(
        ({ key }) =>
          useResource(() => (key === 'a' ? Promise.resolve('a') : never), key, {
            keepPrevious,
          }),
        { initialProps: { key: 'a' } },
      );
      await waitFor(() => expect(result.current.state).toBe('ready'));
      rerender({ key: 'b' });
      expect(result.current).toMatchObject(expected);
    },
  );

  it('fails with an error whatever was thrown, and tries again', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce('no error object')
      .mockResolvedValue('there');
    const { result } = renderHook(() => useResource(load, 'key'));
    await waitFor(() => expect(result.current.state).toBe('failed'));
    const failed = result.current;
    if (failed.state !== 'failed') throw new Error('expected to have failed');
    expect(failed.error.message).toBe('no error object');
    act(() => failed.retry());
    expect(result.current.state).toBe('loading');
    await waitFor(() =>
      expect(result.current).toMatchObject({ state: 'ready', value: 'there' }),
    );
  });
});
