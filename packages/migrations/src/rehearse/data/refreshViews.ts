import type { Session } from '../database/Session';
import { explainError } from '../run/explainError';
import type { ScriptProblem } from '../run/runScript';

/** In the order in which they were made, so that each comes after those that it reads. */
const VIEWS = `
SELECT oid::regclass::text AS name FROM pg_class
WHERE relkind = 'm' AND relispopulated ORDER BY oid`;

/**
 * Brings materialized views to what is in the tables now. Whatever makes one anew does the
 * same, and that must not look like a difference.
 */
export async function refreshViews(
  session: Session,
): Promise<ScriptProblem | undefined> {
  await session.run(`SET search_path = ''`);
  for (const { name } of await session.rows<{ name: string }>(VIEWS)) {
    try {
      await session.run(`REFRESH MATERIALIZED VIEW ${name}`);
    } catch (error) {
      const { position: _, ...rest } = explainError(error, {});
      return {
        ...rest,
        message: `${name} cannot be refreshed: ${rest.message}`,
        next: 'Give rows that the view can be made of, with --data.',
        means: 'unknown',
      };
    }
  }
  return undefined;
}
