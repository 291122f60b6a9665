/** Cut sets by name, up to a limit. */
export class CutSetList {
  readonly #limit: number;
  readonly #sets: string[][] = [];
  #isCut = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  add(set: string[]): boolean {
    if (this.#sets.length >= this.#limit) this.#isCut = true;
    else this.#sets.push(set.sort());
    return !this.#isCut;
  }

  /** One of each choice: every node of a unit does as well as the others. */
  addAll(choices: string[][], chosen: string[] = []): boolean {
    const [choice, ...others] = choices;
    if (!choice) return this.add([...chosen]);
    return choice.every(node => this.addAll(others, [...chosen, node]));
  }

  /** Smallest first, then by name. */
  sorted(): string[][] {
    return this.#sets.sort((a, b) => a.length - b.length || compare(a, b));
  }
}

function compare(a: string[], b: string[]): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) return a[index] < b[index] ? -1 : 1;
  }
  return 0;
}
