import type * as t from '@babel/types';
import type { ScriptPart } from '../../types';
import { isBuilder, KNEX, statementsOf } from './Builders';
import { evaluate, type Scope } from './evaluate';
import { NotStatic, UNKNOWN } from './NotStatic';
import {
  isFunction,
  type FunctionNode,
  type MigrationModule,
} from './parseModule';

/** More than any migration needs; what goes on longer goes on for ever. */
const MAX_STEPS = 100_000;

/** What a block of statements came to. */
type Completion = { readonly returned: unknown } | undefined;

/** Follows code statement by statement, and writes down what it would send. */
export class Follower {
  readonly parts: ScriptPart[] = [];
  #steps = 0;
  #depth = 0;
  /** Within what Knex calls back, nothing is sent on its own. */
  #quiet = 0;

  /** Whether it is Knex that calls what is followed. */
  get isCalledBack(): boolean {
    return this.#quiet > 0;
  }

  /** Takes note of a function or constant of the module. */
  declare(statement: t.Statement, scope: Scope): void {
    const inner =
      statement.type === 'ExportNamedDeclaration'
        ? statement.declaration
        : statement;
    if (inner?.type === 'FunctionDeclaration' && inner.id) {
      scope.values.set(inner.id.name, { node: inner, scope });
    } else if (inner?.type === 'VariableDeclaration') {
      try {
        this.#declareVariables(inner, scope);
      } catch (error) {
        if (!(error instanceof NotStatic)) throw error;
      }
    }
  }

  /** Runs a function with arguments, and gives what it returns. */
  run(
    node: FunctionNode,
    args: readonly unknown[],
    outer: Scope,
    self?: unknown,
  ): unknown {
    if (this.#depth > 20) {
      this.#unknown(
        node,
        'functions call each other too deeply to be followed',
      );
      return UNKNOWN;
    }
    const scope: Scope = { values: new Map(), outer, self: self ?? outer.self };
    node.params.forEach((param, at) => {
      if (param.type === 'Identifier') scope.values.set(param.name, args[at]);
      else if (
        param.type === 'AssignmentPattern' &&
        param.left.type === 'Identifier'
      ) {
        scope.values.set(
          param.left.name,
          args[at] ?? this.#try(param.right, scope),
        );
      }
    });
    this.#depth++;
    try {
      if (node.body.type !== 'BlockStatement') {
        return this.#value(node.body, scope);
      }
      return this.#block(node.body.body, scope)?.returned;
    } finally {
      this.#depth--;
    }
  }

  /** Runs a migration: what cannot be followed is written down, not thrown. */
  runWhole(entry: FunctionNode, module: Scope): void {
    try {
      this.run(entry, [KNEX], module);
    } catch (error) {
      if (!(error instanceof NotStatic)) throw error;
      this.#unknown(error.node, error.message);
    }
  }

  /** The same for what Knex calls back: what is built there goes with its builder. */
  runQuietly(
    node: FunctionNode,
    args: readonly unknown[],
    outer: Scope,
    self: unknown,
  ): unknown {
    this.#quiet++;
    try {
      return this.run(node, args, outer, self);
    } finally {
      this.#quiet--;
    }
  }

  /** Writes down what a builder sends; reads as well, for they may call functions. */
  send(value: unknown, node: t.Node): void {
    if (Array.isArray(value)) {
      for (const one of value) this.send(one, node);
      return;
    }
    if (this.#quiet > 0 || !isBuilder(value)) return;
    this.sendAll(
      this.compile(node, () => statementsOf(value)),
      node,
    );
  }

  sendAll(statements: readonly string[], node: t.Node): void {
    for (const sql of statements) {
      this.parts.push({ kind: 'sql', sql, at: placeOf(node) });
    }
  }

  /** What Knex refuses to build is not known either. */
  compile<T>(node: t.Node, build: () => T): T {
    try {
      return build();
    } catch (error) {
      if (error instanceof NotStatic) throw error;
      throw new NotStatic(
        node,
        `Knex does not take it: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }

  #block(statements: readonly t.Statement[], outer: Scope): Completion {
    const scope: Scope = { values: new Map(), outer, self: outer.self };
    for (const statement of statements) {
      if (statement.type === 'FunctionDeclaration')
        this.declare(statement, scope);
    }
    for (const statement of statements) {
      const completion = this.#statement(statement, scope);
      if (completion) return completion;
    }
    return undefined;
  }

  #statement(statement: t.Statement, scope: Scope): Completion {
    if (++this.#steps > MAX_STEPS) {
      throw new NotStatic(statement, 'it takes too many steps');
    }
    try {
      return this.#follow(statement, scope);
    } catch (error) {
      if (!(error instanceof NotStatic)) throw error;
      this.#unknown(error.node, error.message);
      return undefined;
    }
  }

  #follow(statement: t.Statement, scope: Scope): Completion {
    switch (statement.type) {
      case 'ExpressionStatement':
        this.#value(statement.expression, scope);
        return undefined;
      case 'ReturnStatement':
        return {
          returned: statement.argument
            ? this.#value(statement.argument, scope)
            : undefined,
        };
      case 'VariableDeclaration':
        this.#declareVariables(statement, scope);
        return undefined;
      case 'BlockStatement':
        return this.#block(statement.body, scope);
      case 'IfStatement':
        return this.#if(statement, scope);
      case 'ForOfStatement':
        return this.#forOf(statement, scope);
      case 'TryStatement':
        return this.#block(statement.block.body, scope);
      case 'EmptyStatement':
      case 'FunctionDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSInterfaceDeclaration':
        return undefined;
      case 'ThrowStatement':
        throw new NotStatic(statement, 'it may end with an error');
      default:
        throw new NotStatic(
          statement,
          'how often this is run is decided when it runs',
        );
    }
  }

  /** A condition that is not known is taken to hold, so that what follows has what it needs. */
  #if(statement: t.IfStatement, scope: Scope): Completion {
    let holds: unknown;
    try {
      holds = this.#value(statement.test, scope);
    } catch (error) {
      if (!(error instanceof NotStatic)) throw error;
      holds = UNKNOWN;
    }
    if (holds === UNKNOWN) {
      this.#unknown(statement, 'whether this is done is decided when it runs');
      const { consequent } = statement;
      // It may return, or go on.
      this.#statement(consequent, scope);
      return undefined;
    }
    const branch = holds ? statement.consequent : statement.alternate;
    return branch ? this.#statement(branch, scope) : undefined;
  }

  #forOf(statement: t.ForOfStatement, outer: Scope): Completion {
    const list = this.#value(statement.right, outer);
    if (!Array.isArray(list)) {
      throw new NotStatic(
        statement,
        'over what this goes is decided when it runs',
      );
    }
    for (const item of list) {
      const scope: Scope = { values: new Map(), outer, self: outer.self };
      if (statement.left.type === 'VariableDeclaration') {
        for (const { id } of statement.left.declarations) {
          this.#bind(id, item, scope);
        }
      }
      const completion = this.#statement(statement.body, scope);
      if (completion) return completion;
    }
    return undefined;
  }

  #declareVariables(declaration: t.VariableDeclaration, scope: Scope): void {
    for (const { id, init } of declaration.declarations) {
      if (init && isFunction(init) && id.type === 'Identifier') {
        scope.values.set(id.name, { node: init, scope });
        continue;
      }
      let value: unknown = init ? UNKNOWN : undefined;
      try {
        if (init) value = this.#value(init, scope, false);
      } finally {
        this.#bind(id, value, scope);
      }
    }
  }

  #bind(target: t.Node, value: unknown, scope: Scope): void {
    if (target.type === 'Identifier') {
      scope.values.set(target.name, value);
    } else if (target.type === 'ObjectPattern') {
      for (const property of target.properties) {
        if (property.type !== 'ObjectProperty') continue;
        const { key, value: inner } = property;
        const name = key.type === 'Identifier' ? key.name : '';
        const isPlain =
          typeof value === 'object' && value !== null && !isBuilder(value);
        this.#bind(inner, isPlain ? Reflect.get(value, name) : UNKNOWN, scope);
      }
    } else if (target.type === 'ArrayPattern') {
      target.elements.forEach((element, at) => {
        if (element)
          this.#bind(
            element,
            Array.isArray(value) ? value[at] : UNKNOWN,
            scope,
          );
      });
    }
  }

  /** The value of an expression; a builder is sent where it is awaited or left alone. */
  #value(node: t.Node, scope: Scope, send = true): unknown {
    const value = evaluate(node, scope, this);
    if (send) this.send(value, node);
    return value;
  }

  #try(node: t.Node, scope: Scope): unknown {
    try {
      return evaluate(node, scope, this);
    } catch {
      return UNKNOWN;
    }
  }

  #unknown(node: t.Node, why: string): void {
    this.parts.push({
      kind: 'unknown',
      why,
      rule: 'unknown-code',
      at: placeOf(node),
    });
  }
}

/** The statements that a migration sends in one direction, and what is not known of it. */
export function followDirection(
  { program }: MigrationModule,
  entry: FunctionNode,
): ScriptPart[] {
  const follower = new Follower();
  const module: Scope = { values: new Map() };
  for (const statement of program.body) follower.declare(statement, module);
  follower.runWhole(entry, module);
  return follower.parts;
}

/** Babel counts columns from 0. */
export function placeOf({ loc }: t.Node) {
  return { line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
}
