/** Questions at the same time; the API server has others to serve. */
const AT_ONCE = 8;

/**
 * Does something with every item, a few at a time.
 *
 * @throws what the first of them threw; those that had not begun are left out
 */
export async function inTurns<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      try {
        await work(next);
      } catch (error) {
        rest.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
