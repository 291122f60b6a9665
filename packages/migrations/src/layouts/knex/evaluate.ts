import type * as t from '@babel/types';
import {
  callBuilder,
  callKnex,
  isBuilder,
  KNEX,
  note,
  SchemaChain,
  schemaStatements,
  tableQuery,
} from './Builders';
import type { Follower } from './followDirection';
import { NotStatic, UNKNOWN } from './NotStatic';
import { isFunction, type FunctionNode } from './parseModule';

/** The names that a piece of code sees. */
export interface Scope {
  readonly values: Map<string, unknown>;
  readonly outer?: Scope;
  /** What `this` is. */
  readonly self?: unknown;
}

/** A function with the names that it sees. */
interface Closure {
  readonly node: FunctionNode;
  readonly scope: Scope;
}

function isClosure(value: unknown): value is Closure {
  return (
    typeof value === 'object' &&
    value !== null &&
    'node' in value &&
    'scope' in value
  );
}

/**
 * The value of an expression, if it is the same every time.
 *
 * @throws NotStatic that names what is not
 */
export function evaluate(
  node: t.Node,
  scope: Scope,
  follower: Follower,
): unknown {
  const value = (inner: t.Node) => evaluate(inner, scope, follower);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'NullLiteral':
      return null;
    case 'TemplateLiteral':
      return node.quasis
        .map((quasi, at) => {
          const expression = node.expressions[at];
          const filled = expression
            ? textOf(value(expression), expression)
            : '';
          return `${quasi.value.cooked ?? ''}${filled}`;
        })
        .join('');
    case 'Identifier':
      return lookUp(node, scope);
    case 'ThisExpression':
      return scope.self ?? UNKNOWN;
    case 'ArrayExpression':
      return node.elements.flatMap(element => {
        if (!element) return [undefined];
        if (element.type !== 'SpreadElement') return [value(element)];
        const spread = value(element.argument);
        if (!Array.isArray(spread)) throw decided(element);
        return spread;
      });
    case 'ObjectExpression':
      return objectOf(node, scope, follower);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return { node, scope } satisfies Closure;
    case 'AwaitExpression': {
      // Knex does not wait for its callbacks.
      if (follower.isCalledBack) throw decided(node);
      const awaited = value(node.argument);
      follower.send(awaited, node.argument);
      return settled(awaited);
    }
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return value(node.expression);
    case 'UnaryExpression':
      return unary(node, value(node.argument));
    case 'LogicalExpression':
      return logical(node, value);
    case 'BinaryExpression':
      return binary(node, value);
    case 'ConditionalExpression': {
      const test = value(node.test);
      if (test === UNKNOWN) throw decided(node);
      return value(test ? node.consequent : node.alternate);
    }
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return member(node, scope, follower);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return call(node, scope, follower);
    case 'TaggedTemplateExpression':
      throw decided(node);
    default:
      throw decided(node);
  }
}

/** What a query answers is not known. */
function settled(awaited: unknown): unknown {
  if (Array.isArray(awaited)) return awaited.map(settled);
  return isBuilder(awaited) ? UNKNOWN : awaited;
}

function decided(node: t.Node): NotStatic {
  return new NotStatic(node, 'what this comes to is decided when it runs');
}

function textOf(value: unknown, node: t.Node): string {
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value);
  }
  throw decided(node);
}

function lookUp(node: t.Identifier, scope: Scope): unknown {
  if (node.name === 'undefined') return undefined;
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (at.values.has(node.name)) return at.values.get(node.name);
  }
  throw decided(node);
}

function objectOf(
  node: t.ObjectExpression,
  scope: Scope,
  follower: Follower,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = evaluate(property.argument, scope, follower);
      if (typeof spread !== 'object') throw decided(property);
      Object.assign(result, spread);
    } else if (property.type === 'ObjectProperty') {
      result[keyOf(property.key, property.computed, scope, follower)] =
        evaluate(property.value, scope, follower);
    } else {
      throw decided(property);
    }
  }
  return result;
}

function keyOf(
  key: t.Node,
  computed: boolean,
  scope: Scope,
  follower: Follower,
): string {
  if (!computed && key.type === 'Identifier') return key.name;
  return textOf(evaluate(key, scope, follower), key);
}

function unary(node: t.UnaryExpression, value: unknown): unknown {
  if (value === UNKNOWN) return UNKNOWN;
  if (node.operator === '!') return !value;
  if (node.operator === '-' && typeof value === 'number') return -value;
  if (node.operator === 'void') return undefined;
  throw decided(node);
}

function logical(
  { operator, left, right }: t.LogicalExpression,
  value: (node: t.Node) => unknown,
): unknown {
  const first = value(left);
  // What stands to the right may be done or not.
  if (first === UNKNOWN) throw decided(left);
  if (operator === '&&') return first ? value(right) : first;
  if (operator === '||') return first ? first : value(right);
  return first ?? value(right);
}

function binary(
  node: t.BinaryExpression,
  value: (node: t.Node) => unknown,
): unknown {
  const left = value(node.left);
  const right = value(node.right);
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
  switch (node.operator) {
    case '===':
    case '==':
      return left === right;
    case '!==':
    case '!=':
      return left !== right;
    case '+':
      if (typeof left === 'number' && typeof right === 'number') {
        return left + right;
      }
      return textOf(left, node.left) + textOf(right, node.right);
    case '*':
      if (typeof left === 'number' && typeof right === 'number') {
        return left * right;
      }
      throw decided(node);
    default:
      throw decided(node);
  }
}

type Member = t.MemberExpression | t.OptionalMemberExpression;

/** `knex.client.config.client`, as a path. */
function pathOf(node: t.Node, scope: Scope): string | undefined {
  if (node.type === 'Identifier') {
    return isKnexName(node, scope) ? '' : undefined;
  }
  const isMember =
    node.type === 'MemberExpression' ||
    node.type === 'OptionalMemberExpression';
  if (!isMember || node.computed || node.property.type !== 'Identifier') {
    return undefined;
  }
  const outer = pathOf(node.object, scope);
  if (outer === undefined) return undefined;
  return outer === '' ? node.property.name : `${outer}.${node.property.name}`;
}

function isKnexName(node: t.Identifier, scope: Scope): boolean {
  try {
    return lookUp(node, scope) === KNEX;
  } catch {
    return false;
  }
}

/** How migrations ask for which database they are; here it is PostgreSQL. */
const OF_POSTGRES: Readonly<Record<string, string>> = {
  'client.config.client': 'pg',
  'client.driverName': 'pg',
  'client.dialect': 'postgresql',
  'client.constructor.name': 'Client_PG',
};

function member(node: Member, scope: Scope, follower: Follower): unknown {
  const path = pathOf(node, scope);
  if (path !== undefined) {
    if (path === 'schema') return new SchemaChain();
    const said = OF_POSTGRES[path];
    if (said !== undefined) return said;
    throw decided(node);
  }
  const object = evaluate(node.object, scope, follower);
  const name = keyOf(node.property, node.computed, scope, follower);
  if (object === UNKNOWN) return UNKNOWN;
  if (typeof object === 'string' || Array.isArray(object)) {
    if (name === 'length') return object.length;
    const at = Number(name);
    if (Number.isInteger(at)) return object[at];
    throw decided(node);
  }
  const isPlain =
    typeof object === 'object' &&
    object !== null &&
    !isBuilder(object) &&
    !isClosure(object) &&
    Object.hasOwn(object, name);
  if (isPlain) return Reflect.get(object, name);
  throw decided(node);
}

type Call = t.CallExpression | t.OptionalCallExpression;

function call(node: Call, scope: Scope, follower: Follower): unknown {
  const { callee } = node;
  if (callee.type === 'Identifier') {
    const called = lookUp(callee, scope);
    if (called === KNEX) {
      return tableQuery(handedToKnex(node, scope, follower));
    }
    if (isClosure(called)) {
      return follower.run(
        called.node,
        argumentsOf(node, scope, follower),
        called.scope,
      );
    }
    throw decided(node);
  }
  const isMember =
    callee.type === 'MemberExpression' ||
    callee.type === 'OptionalMemberExpression';
  if (!isMember) throw decided(node);
  return callMember(node, callee, scope, follower);
}

function callMember(
  node: Call,
  callee: Member,
  scope: Scope,
  follower: Follower,
): unknown {
  const { object } = callee;
  const name = keyOf(callee.property, callee.computed, scope, follower);
  if (object.type === 'Identifier') {
    if (object.name === 'console') return undefined;
    if (object.name === 'Promise' && name === 'all') {
      return evaluateAll(node, scope, follower);
    }
    if (object.name === 'Promise' && name === 'resolve') return undefined;
    if (object.name === 'JSON' && name === 'stringify') {
      const [value] = argumentsOf(node, scope, follower);
      if (value === UNKNOWN) throw decided(node);
      return JSON.stringify(value);
    }
    if (object.name === 'Object' && name === 'freeze') {
      return argumentsOf(node, scope, follower)[0];
    }
  }
  const path = pathOf(callee, scope);
  if (path !== undefined) return callOnKnex(path, node, scope, follower);
  const receiver = evaluate(object, scope, follower);
  if (receiver instanceof SchemaChain) {
    return callOnSchema(receiver, name, node, callee, scope, follower);
  }
  if (name === 'then' || name === 'catch' || name === 'finally') {
    return chain(receiver, name, node, object, scope, follower);
  }
  if (receiver === UNKNOWN) {
    // How often it calls a function that it is given is not known.
    const args = argumentsOf(node, scope, follower);
    if (args.some(isClosure)) throw decided(node);
    return UNKNOWN;
  }
  if (typeof receiver === 'string') {
    return callOnText(receiver, name, argumentsOf(node, scope, follower), node);
  }
  if (Array.isArray(receiver))
    return callOnList(receiver, name, node, scope, follower);
  if (isBuilder(receiver)) {
    if (name === 'transacting') return receiver;
    return follower.compile(node, () =>
      callBuilder(receiver, name, handedToKnex(node, scope, follower)),
    );
  }
  throw decided(node);
}

function callOnKnex(
  path: string,
  node: Call,
  scope: Scope,
  follower: Follower,
): unknown {
  if (path === 'transaction') {
    const callback = callbackOf(node, scope, follower);
    if (!isClosure(callback)) throw decided(node);
    follower.send(follower.run(callback.node, [KNEX], callback.scope), node);
    return undefined;
  }
  if (path.startsWith('schema.')) {
    return callOnSchema(
      new SchemaChain(),
      path.slice('schema.'.length),
      node,
      node.callee,
      scope,
      follower,
    );
  }
  const args = handedToKnex(node, scope, follower);
  const [first] = args;
  if (path === 'batchInsert') {
    return follower.compile(node, () => {
      const query = tableQuery([first]);
      return isBuilder(query)
        ? callBuilder(query, 'insert', [args[1]])
        : undefined;
    });
  }
  const said = [
    'client.config.client',
    'client.driverName',
    'client.dialect',
  ].find(prefix => path.startsWith(`${prefix}.`));
  if (said !== undefined) {
    return callOnText(
      OF_POSTGRES[said],
      path.slice(said.length + 1),
      args,
      node,
    );
  }
  const built = follower.compile(node, () => callKnex(path, args));
  if (built === undefined) throw decided(node);
  return built;
}

function callOnSchema(
  receiver: SchemaChain,
  name: string,
  node: Call,
  callee: t.Node,
  scope: Scope,
  follower: Follower,
): unknown {
  if (name === 'then' || name === 'catch' || name === 'finally') {
    return chain(receiver, name, node, callee, scope, follower);
  }
  if (name === 'hasTable' || name === 'hasColumn') return UNKNOWN;
  const args = handedToKnex(node, scope, follower);
  if (name === 'withSchema') {
    return new SchemaChain(textOf(args[0], node));
  }
  const place = callee.type === 'MemberExpression' ? callee.property : node;
  const statements = follower.compile(node, () =>
    schemaStatements(receiver, name, args),
  );
  follower.sendAll(statements, place);
  return receiver;
}

/** `.then(() => ...)`: what comes next is done once this is. */
function chain(
  receiver: unknown,
  name: string,
  node: Call,
  object: t.Node,
  scope: Scope,
  follower: Follower,
): unknown {
  follower.send(receiver, object);
  if (name === 'catch')
    throw new NotStatic(node, 'what fails here goes unnoticed');
  const callback = callbackOf(node, scope, follower);
  if (!isClosure(callback)) throw decided(node);
  const result = follower.run(callback.node, [UNKNOWN], callback.scope);
  return result;
}

function callbackOf(node: Call, scope: Scope, follower: Follower): unknown {
  const [first] = node.arguments;
  return first && isFunction(first)
    ? { node: first, scope }
    : first && evaluate(first, scope, follower);
}

function callOnText(
  text: string,
  name: string,
  args: readonly unknown[],
  node: t.Node,
): unknown {
  const [first] = args;
  if (typeof first === 'string') {
    if (name === 'includes') return text.includes(first);
    if (name === 'startsWith') return text.startsWith(first);
    if (name === 'endsWith') return text.endsWith(first);
    if (name === 'concat') return text + first;
  }
  if (name === 'toLowerCase') return text.toLowerCase();
  if (name === 'toString' || name === 'trim') return text.trim();
  throw decided(node);
}

function callOnList(
  list: readonly unknown[],
  name: string,
  node: Call,
  scope: Scope,
  follower: Follower,
): unknown {
  const [first] = argumentsOf(node, scope, follower);
  if (name === 'includes') return list.includes(first);
  if (name === 'join')
    return list
      .map(one => textOf(one, node))
      .join(typeof first === 'string' ? first : ',');
  const callback = callbackOf(node, scope, follower);
  if ((name === 'map' || name === 'forEach') && isClosure(callback)) {
    const results = list.map((one, at) =>
      follower.run(callback.node, [one, at], callback.scope),
    );
    return name === 'map' ? results : undefined;
  }
  throw decided(node);
}

function evaluateAll(node: Call, scope: Scope, follower: Follower): unknown {
  const [list] = argumentsOf(node, scope, follower);
  if (!Array.isArray(list)) throw decided(node);
  return list;
}

/** What a function of the migration itself is called with. */
function argumentsOf(node: Call, scope: Scope, follower: Follower): unknown[] {
  return node.arguments.flatMap((argument): unknown[] => {
    if (argument.type !== 'SpreadElement') {
      return [evaluate(argument, scope, follower)];
    }
    const spread = evaluate(argument.argument, scope, follower);
    if (!Array.isArray(spread)) throw decided(argument);
    return spread;
  });
}

function isUndecided(value: unknown): boolean {
  if (value === UNKNOWN || value === KNEX) return true;
  if (Array.isArray(value)) return value.some(isUndecided);
  const isPlain =
    typeof value === 'object' &&
    value !== null &&
    !isBuilder(value) &&
    !isClosure(value);
  return isPlain && Object.values(value).some(isUndecided);
}

/** The same for Knex: its callbacks are followed when it calls them. */
function handedToKnex(node: Call, scope: Scope, follower: Follower): unknown[] {
  return argumentsOf(node, scope, follower).map(value => {
    if (isUndecided(value)) throw decided(node);
    if (!isClosure(value)) return value;
    return function callback(this: unknown, ...args: unknown[]) {
      args.forEach(note);
      return follower.runQuietly(
        value.node,
        args,
        value.scope,
        note(this) ?? args[0],
      );
    };
  });
}
