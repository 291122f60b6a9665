import { columns } from './columns';
import { columnTypes } from './columnTypes';
import { constraints } from './constraints';
import { tables } from './tables';
import { indexes } from './indexes';
import { types } from './types';
import { objects } from './objects';
import { rows } from './rows';

export { BASE, type MigrationCase } from './MigrationCase';

/** Every case, by what it is about. */
export const cases = {
  columns,
  columnTypes,
  constraints,
  tables,
  indexes,
  types,
  objects,
  rows,
};
