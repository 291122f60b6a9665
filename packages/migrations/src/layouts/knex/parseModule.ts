import type * as t from '@babel/types';

/** A function as it is written. */
export type FunctionNode =
  | t.ArrowFunctionExpression
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ObjectMethod;

/** What was found in a module of a migration. */
export interface MigrationModule {
  readonly program: t.Program;
  readonly up?: FunctionNode;
  readonly down?: FunctionNode;
  /** Knex runs a migration in a transaction unless it says otherwise. */
  readonly transaction: boolean;
}

/** Parses JavaScript or TypeScript; a text says why it is neither. */
export function parseModule(text: string): MigrationModule | string {
  let program: t.Program;
  try {
    // Only Knex needs it.
    const { parse }: typeof import('@babel/parser') = require('@babel/parser');
    ({ program } = parse(text, {
      sourceType: 'unambiguous',
      allowReturnOutsideFunction: true,
      plugins: ['typescript'],
    }));
  } catch (error) {
    return `it cannot be parsed: ${
      error instanceof Error ? error.message : String(error)
    }`;
  }
  const exported = exportsOf(program);
  const config = exported.get('config');
  return {
    program,
    up: functionOf(exported.get('up'), program),
    down: functionOf(exported.get('down'), program),
    transaction: !(config?.type === 'ObjectExpression' && switchesOff(config)),
  };
}

/** `exports.up = ...`, `module.exports = { up }`, `export function up`, `export const up`. */
function exportsOf(program: t.Program): Map<string, t.Node> {
  const found = new Map<string, t.Node>();
  for (const statement of program.body) {
    if (statement.type === 'ExportNamedDeclaration') {
      addExport(statement, found);
    } else if (
      statement.type === 'ExpressionStatement' &&
      statement.expression.type === 'AssignmentExpression'
    ) {
      addAssignment(statement.expression, found);
    } else if (
      statement.type === 'ExportDefaultDeclaration' &&
      statement.declaration.type === 'ObjectExpression'
    ) {
      addObject(statement.declaration, found);
    }
  }
  return found;
}

function addExport(
  { declaration, specifiers }: t.ExportNamedDeclaration,
  found: Map<string, t.Node>,
): void {
  if (declaration?.type === 'FunctionDeclaration' && declaration.id) {
    found.set(declaration.id.name, declaration);
  } else if (declaration?.type === 'VariableDeclaration') {
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && init) found.set(id.name, init);
    }
  }
  for (const specifier of specifiers) {
    if (specifier.type !== 'ExportSpecifier') continue;
    const { exported, local } = specifier;
    const name =
      exported.type === 'Identifier' ? exported.name : exported.value;
    found.set(name, local);
  }
}

function addAssignment(
  { left, right }: t.AssignmentExpression,
  found: Map<string, t.Node>,
): void {
  if (left.type !== 'MemberExpression') return;
  const { object, property } = left;
  if (property.type !== 'Identifier') return;
  const isExports = object.type === 'Identifier' && object.name === 'exports';
  const isModuleExports =
    object.type === 'MemberExpression' &&
    object.property.type === 'Identifier' &&
    object.property.name === 'exports';
  if (isExports || isModuleExports) found.set(property.name, right);
  const isWhole =
    object.type === 'Identifier' &&
    object.name === 'module' &&
    property.name === 'exports';
  if (isWhole && right.type === 'ObjectExpression') addObject(right, found);
}

function addObject(
  { properties }: t.ObjectExpression,
  found: Map<string, t.Node>,
): void {
  for (const property of properties) {
    if (property.type === 'SpreadElement') continue;
    const { key } = property;
    if (key.type !== 'Identifier') continue;
    found.set(
      key.name,
      property.type === 'ObjectMethod' ? property : property.value,
    );
  }
}

function functionOf(
  node: t.Node | undefined,
  program: t.Program,
): FunctionNode | undefined {
  if (!node) return undefined;
  if (isFunction(node)) return node;
  if (node.type !== 'Identifier') return undefined;
  for (const statement of program.body) {
    const inner =
      statement.type === 'ExportNamedDeclaration'
        ? statement.declaration
        : statement;
    if (inner?.type === 'FunctionDeclaration' && inner.id?.name === node.name) {
      return inner;
    }
    if (inner?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of inner.declarations) {
      const isIt = id.type === 'Identifier' && id.name === node.name;
      if (isIt && init && isFunction(init)) return init;
    }
  }
  return undefined;
}

/** Whether a node is a function that can be followed. */
export function isFunction(node: t.Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ObjectMethod'
  );
}

function switchesOff({ properties }: t.ObjectExpression): boolean {
  return properties.some(
    property =>
      property.type === 'ObjectProperty' &&
      property.key.type === 'Identifier' &&
      property.key.name === 'transaction' &&
      property.value.type === 'BooleanLiteral' &&
      !property.value.value,
  );
}
