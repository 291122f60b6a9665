import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Moment } from '@continuity/plugin-continuity-react';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { Notice } from '../../shared/Notice';
import type { FormPart } from './mergeForms';
import type { Merged } from './useEditing';

/** What each part is called in the form. */
const NAMES = {
  id: 'field.id',
  idFollows: 'field.id',
  title: 'field.title',
  reason: 'field.reason',
  owner: 'field.owner',
  link: 'field.link',
  effect: 'field.effect',
  enforcement: 'field.enforcement',
  onRunning: 'field.onRunning',
  rollbacksExempt: 'field.rollbacksExempt',
  timezone: 'field.timezone',
  allDay: 'field.allDay',
  startDate: 'field.startDate',
  startTime: 'field.startTime',
  lengthBy: 'field.lengthBy',
  endDate: 'field.endDateTime',
  endTime: 'field.endTime',
  duration: 'field.duration',
  recurrence: 'recurrence.title',
  exdates: 'field.exdates',
  rdates: 'field.rdates',
  overrides: 'merged.overrides',
  scope: 'parts.whom',
} as const satisfies Record<FormPart, string>;

/** Who was faster, what is different now, and that nothing of what was typed is lost. */
export const MergedNotice = ({ merged }: { merged: Merged }) => {
  const { newest, theirs, both, saved } = merged;
  const { t } = useTranslationRef(windowFormTranslationRef);
  const names = (parts: readonly FormPart[]) =>
    [...new Set(parts.map(part => t(NAMES[part])))].join(', ');
  return (
    <Notice tone="notice" title={t('merged.title')}>
      {t('merged.by', { revision: String(newest.revision) })}{' '}
      <EntityLink entityRef={newest.updatedBy} />,{' '}
      <Moment at={newest.updatedAt} />.{' '}
      {theirs.length > 0
        ? t('merged.theirs', { parts: names(theirs) })
        : t('merged.nothing')}{' '}
      {both.length > 0 ? t('merged.both', { parts: names(both) }) : null}
      {both.length > 0 ? (
        <ul>
          {both.map(part => {
            const value = saved[part];
            return typeof value === 'string' ? (
              <li key={part}>
                {t('merged.value', { part: t(NAMES[part]), value })}
              </li>
            ) : null;
          })}
        </ul>
      ) : null}
      <div>{t('merged.next')}</div>
    </Notice>
  );
};
