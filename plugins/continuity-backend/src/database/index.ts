export { isPostgres, selectRows } from './dialect';
export {
  afterPosition,
  cutPage,
  decodeCursor,
  encodeCursor,
  type KeysetPosition,
  type Page,
} from './keyset';
export { migrate, openDatabase } from './openDatabase';
export { inTransaction } from './transaction';
export { SharedAnswers } from './SharedAnswers';
