import type * as t from '@babel/types';

/** What a piece of code yields is decided when it runs. */
export class NotStatic extends Error {
  override readonly name = 'NotStatic';
  readonly node: t.Node;

  constructor(node: t.Node, why: string) {
    super(why);
    this.node = node;
  }
}

/** A value of which nothing is known but that there is one. */
export const UNKNOWN = Symbol('unknown');
