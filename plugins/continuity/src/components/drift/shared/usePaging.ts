import { useState } from 'react';

export interface Paging {
  /** Absent: the first page. */
  cursor?: string;
  onNext: (cursor: string) => void;
  /** Absent: this is the first page. */
  onPrevious?: () => void;
}

/** Pages behind the first are of one question; another begins anew. */
export function usePaging(question: string): Paging {
  const [place, setPlace] = useState<{ question: string; cursors: string[] }>({
    question,
    cursors: [],
  });
  const cursors = place.question === question ? place.cursors : [];
  const go = (next: string[]) => setPlace({ question, cursors: next });
  return {
    cursor: cursors.at(-1),
    onNext: cursor => go([...cursors, cursor]),
    ...(cursors.length > 0 && { onPrevious: () => go(cursors.slice(0, -1)) }),
  };
}
