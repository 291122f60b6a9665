import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { SubscriptionSubject } from '@continuity/plugin-continuity-common';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { useTitles } from '../../shared/useTitles';

/** Something that can be subscribed to, with the name it is shown by. */
export interface Subject extends SubscriptionSubject {
  name?: string;
}

/** What a subscription is to, in words. */
export function useSubjectName(
  subjects: readonly Subject[],
): (subject: Subject) => string {
  const { t } = useTranslationRef(calendarTranslationRef);
  const titleOf = useTitles(
    subjects.flatMap(({ ref, name }) => (name === undefined ? ref : [])),
  );
  return ({ kind, ref, name }) =>
    t(`subscribe.subjects.${kind}`, { name: name ?? titleOf(ref) });
}
