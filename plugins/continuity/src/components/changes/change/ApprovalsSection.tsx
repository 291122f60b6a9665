import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Change,
  ChangeSeatRule,
} from '@continuity/plugin-continuity-common';
import { Age } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { EntityNames } from '../shared/EntityNames';
import { useSeatsWord } from '../shared/useSeatsWord';
import { GivenApprovals } from './GivenApprovals';

/** So many are named; a group may have hundreds. */
const NAMED = 10;

const Eligible = ({ rule }: { rule: ChangeSeatRule }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const { t: tList } = useTranslationRef(changesTranslationRef);
  const { eligible, eligibleCount } = rule;
  if (eligibleCount === 0) return <>{t('approvals.nobodyMay')}</>;
  const shown = eligible.slice(0, NAMED);
  const more = eligibleCount - shown.length;
  return (
    <>
      <EntityNames refs={shown} />
      {more > 0 ? ` ${tList('moreEntities', { count: more })}` : ''}
    </>
  );
};

const Seats = ({ rules }: { rules: readonly ChangeSeatRule[] }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const seatsWord = useSeatsWord();
  return (
    <DataTable
      label={t('approvals.seats')}
      columns={[
        t('approvals.rule'),
        t('approvals.seats'),
        t('approvals.filledBy'),
        t('approvals.eligible'),
      ]}
    >
      {rules.map(rule => (
        <TableRow key={rule.id}>
          <TableCell component="th" scope="row">
            {rule.title}
          </TableCell>
          <TableCell>
            {seatsWord({
              filled: rule.filledBy.length,
              required: rule.required,
            })}
          </TableCell>
          <TableCell>
            {rule.filledBy.length === 0 ? (
              t('approvals.nobody')
            ) : (
              <EntityNames refs={rule.filledBy} />
            )}
          </TableCell>
          <TableCell>
            <Eligible rule={rule} />
          </TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};

/** Which seats there are, who fills them and who may, and what was said by whom. */
export const ApprovalsSection = ({ change }: { change: Change }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  const { approvals } = change;
  const { rules, isComplete, missing, shortage, unknown, given } = approvals;
  return (
    <Section title={t('approvals.title')}>
      {shortage ? (
        <Notice tone="bad" title={t('approvals.shortage')}>
          {shortage} {t('approvals.shortageRemedy')}
        </Notice>
      ) : null}
      {unknown ? (
        <Notice tone="unknown" title={t('approvals.unknown')}>
          {unknown} {t('approvals.unknownRemedy')}
        </Notice>
      ) : null}
      {approvals.preApproved ? (
        <Typography variant="body2">{t('approvals.preApproved')}</Typography>
      ) : null}
      {rules.length === 0 && !approvals.preApproved ? (
        <Typography variant="body2">{t('approvals.none')}</Typography>
      ) : null}
      {rules.length > 0 ? (
        <>
          {missing ? (
            <Typography variant="body2">
              {t('approvals.missing', { missing })}
            </Typography>
          ) : null}
          {isComplete ? (
            <Typography variant="body2">{t('approvals.complete')}</Typography>
          ) : null}
          {approvals.escalatesAt && !isComplete ? (
            <Typography variant="body2">
              {t('approvals.escalates')} <Age at={approvals.escalatesAt} />.
            </Typography>
          ) : null}
          <Seats rules={rules} />
        </>
      ) : null}
      {given.length > 0 ? <GivenApprovals given={given} /> : null}
    </Section>
  );
};
