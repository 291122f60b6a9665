import { SharedAnswers } from './SharedAnswers';

/** A database that answers when it is told to, and counts how often it is asked. */
function database() {
  const asked: { answer: (value: number) => void; fail: () => void }[] = [];
  const shared = new SharedAnswers<number>();
  return {
    asked,
    ask: (question = 'all') =>
      shared.of(
        question,
        () =>
          new Promise((resolve, reject) => {
            asked.push({
              answer: resolve,
              fail: () => reject(new Error('It is away')),
            });
          }),
      ),
    settle: () => new Promise(resolve => setTimeout(resolve)),
  };
}

describe('SharedAnswers', () => {
  it('asks once for all who come while an answer is worked out', async () => {
    const { ask, asked, settle } = database();
    const first = ask();
    await settle();
    const others = [ask(), ask(), ask()];
    await settle();
    expect(asked).toHaveLength(1);
    asked[0].answer(1);
    await expect(first).resolves.toBe(1);
    await settle();
    expect(asked).toHaveLength(2);
    asked[1].answer(2);
    await expect(Promise.all(others)).resolves.toEqual([2, 2, 2]);
  });

  it('gives nobody what was asked for before they came', async () => {
    const { ask, asked, settle } = database();
    const before = ask();
    await settle();
    // Something is written now; whoever asks from here on has to see it.
    const after = ask();
    asked[0].answer(1);
    await before;
    await settle();
    asked[1].answer(2);
    await expect(after).resolves.toBe(2);
  });

  it('keeps questions apart', async () => {
    const { ask, asked, settle } = database();
    const answers = [ask('one'), ask('other')];
    await settle();
    expect(asked).toHaveLength(2);
    asked[0].answer(1);
    asked[1].answer(2);
    await expect(Promise.all(answers)).resolves.toEqual([1, 2]);
  });

  it('asks again after a failure, which is told to those who shared it', async () => {
    const { ask, asked, settle } = database();
    const failing = ask();
    await settle();
    const next = ask();
    asked[0].fail();
    await expect(failing).rejects.toThrow('It is away');
    await settle();
    asked[1].answer(2);
    await expect(next).resolves.toBe(2);
    const third = ask();
    await settle();
    asked[2].answer(3);
    await expect(third).resolves.toBe(3);
  });
});
