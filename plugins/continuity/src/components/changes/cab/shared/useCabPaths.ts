import { useChangePaths } from '../../shared/useChangePaths';

export interface CabPaths {
  /** @param group - ref. Absent: the first one */
  board: (group?: string) => string;
  meeting: (id: string) => string;
}

/** The addresses of boards and meetings. Absent in a portal that has not got their page. */
export function useCabPaths(): CabPaths | undefined {
  const base = useChangePaths()?.page('cab');
  return base === undefined
    ? undefined
    : {
        board: group =>
          group === undefined
            ? base
            : `${base}?${new URLSearchParams({ group })}`,
        meeting: id => `${base}/${encodeURIComponent(id)}`,
      };
}
