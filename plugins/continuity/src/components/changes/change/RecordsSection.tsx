import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Change,
  ChangeRecord,
  ChangeRecordDecision,
} from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  StatusMark,
  useChangeRecords,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { versionOf } from './versionOf';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: theme.spacing(0.75, 0), overflowWrap: 'anywhere' },
    decisions: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'ContinuityChangeRecords' },
);

const Problem = (props: { reason: string; remedy: string }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <>
      <Typography variant="body2">{props.reason}</Typography>
      <Typography variant="body2" color="textSecondary">
        <strong>{t('steps.remedy')}:</strong> {props.remedy}
      </Typography>
    </>
  );
};

const Decision = ({ decision }: { decision: ChangeRecordDecision }) => {
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <li>
      <EntityLink entityRef={decision.by} />:{' '}
      {t(`records.decision.${decision.decision}`)}, <Age at={decision.at} />.{' '}
      {t(`records.outcome.${decision.outcome}`)}
      {decision.note ? ` ${decision.note}` : null}
      {decision.remedy ? ` ${decision.remedy}` : null}
    </li>
  );
};

const RecordItem = ({ record }: { record: ChangeRecord }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const { decisions, number, problems, state, title, url, waiting } = record;
  const isGood = problems.length === 0 && !waiting?.problem;
  return (
    <li className={classes.item}>
      <Typography variant="body2" component="div">
        <StatusMark
          tone={isGood ? 'good' : 'bad'}
          label={t(isGood ? 'records.inStep' : 'records.notInStep')}
        />{' '}
        <strong>{title}</strong>:{' '}
        {number && url ? <Link to={url}>{number}</Link> : t('records.none')}
        {state ? `, ${state}` : null}
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary">
        {record.synchronisedAt ? (
          <>
            {t('records.synchronised')} <Age at={record.synchronisedAt} />.{' '}
          </>
        ) : null}
        {waiting && !waiting.refused ? t('records.waiting') : null}
      </Typography>
      {problems.map(problem => (
        <Problem key={problem.reason} {...problem} />
      ))}
      {waiting?.problem ? <Problem {...waiting.problem} /> : null}
      {decisions.length > 0 ? (
        <Typography variant="body2" component="div">
          {t('records.decided')}
          <ul className={classes.decisions}>
            {decisions.map(decision => (
              <Decision
                key={`${decision.by} ${decision.at}`}
                decision={decision}
              />
            ))}
          </ul>
        </Typography>
      ) : null}
    </li>
  );
};

/** What a change is in other systems; nothing where no other system has it. */
export const RecordsSection = ({ change }: { change: Change }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const records = useChangeRecords(change.summary.id, versionOf(change));
  if (
    records.state === 'loading' ||
    (records.state === 'ready' && records.value.length === 0)
  ) {
    return null;
  }
  return (
    <Section title={t('records.title')}>
      <ResourceView
        resource={records}
        what={t('records.what')}
        permission={needs.change}
      >
        {items => (
          <ul className={classes.list} aria-label={t('records.title')}>
            {items.map(record => (
              <RecordItem key={record.connector} record={record} />
            ))}
          </ul>
        )}
      </ResourceView>
    </Section>
  );
};
