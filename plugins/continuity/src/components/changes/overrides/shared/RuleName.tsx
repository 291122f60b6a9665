import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { CalendarLink } from '../../../shared/CalendarLink';
import { shortRef } from '../../../shared/ChoiceField';
import { parseRule } from './parseRule';
import type { WindowTitle } from './useWindowTitles';

/** A rule of the gate as people call it; hover shows its name. */
export const RuleName = (props: {
  rule: string;
  /** Absent: not known. */
  title?: WindowTitle;
}) => {
  const { rule, title } = props;
  const { t } = useTranslationRef(overridesTranslationRef);
  const read = parseRule(rule);
  if (!read) return <code>{rule}</code>;
  if (read.kind === 'check') {
    return (
      <span title={rule}>
        {t('rule.check', { check: read.check.replaceAll('-', ' ') })}
      </span>
    );
  }
  return (
    <span title={rule}>
      {t(`rule.${read.kind}`, { window: title?.window ?? read.windowId })}{' '}
      <CalendarLink
        calendarRef={read.calendarRef}
        title={title?.calendar ?? shortRef(read.calendarRef)}
      />
    </span>
  );
};
