import { useApiHolder } from '@backstage/core-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { shortRef, type Choice } from './ChoiceField';
import { REF } from './readActor';

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * What the portal calls entities, for places where no link can stand. Until it is known,
 * and for what the reader may not see, the short ref.
 */
export function useTitles(refs: readonly string[]): (ref: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const [titles, setTitles] = useState(NONE);
  const asked = JSON.stringify([...new Set(refs)].sort());
  useEffect(() => {
    let shown = true;
    const ask = async (ref: string): Promise<[string, string]> => {
      const found = await presentation?.forEntity(ref).promise;
      return [ref, found?.primaryTitle ?? shortRef(ref)];
    };
    const known: string[] = JSON.parse(asked);
    Promise.all(known.filter(ref => REF.test(ref)).map(ask)).then(
      found => shown && setTitles(new Map(found)),
      // Short refs stay, which say enough.
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [presentation, asked]);
  return ref => titles.get(ref) ?? shortRef(ref);
}

/** Refs as choices, by what the portal calls them. */
export function useTitledChoices(refs: readonly string[]): Choice[] {
  const titleOf = useTitles(refs);
  return refs
    .map(ref => ({ value: ref, label: titleOf(ref) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
