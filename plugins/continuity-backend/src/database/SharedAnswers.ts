/**
 * Has those who ask the same of the database at the same time share an answer. Nobody is
 * given one for which the database was asked before they came, so that whoever wrote
 * something finds it in what they read afterwards.
 */
export class SharedAnswers<T> {
  /** Answers for which nobody has asked yet, by what is asked. */
  readonly #next = new Map<string, Promise<T>>();
  /** Those that are being worked out. */
  readonly #running = new Map<string, Promise<T>>();

  /**
   * @param question - equal questions are equal texts
   * @param ask - at most one is under way for each question, and one waits for it
   */
  of(question: string, ask: () => Promise<T>): Promise<T> {
    const shared = this.#next.get(question);
    if (shared) return shared;
    const next = this.#inTurn(question, ask);
    this.#next.set(question, next);
    return next;
  }

  async #inTurn(question: string, ask: () => Promise<T>): Promise<T> {
    // Whether it fails is told to those who asked for it.
    await this.#running.get(question)?.catch(() => {});
    this.#next.delete(question);
    const answer = ask();
    this.#running.set(question, answer);
    try {
      return await answer;
    } finally {
      if (this.#running.get(question) === answer) {
        this.#running.delete(question);
      }
    }
  }
}
