import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeContent } from '@continuity/plugin-continuity-common';
import { DurationText } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { Fact, Facts, Prose } from '../../shared/Facts';

const useStyles = makeStyles(
  theme => ({ steps: { margin: 0, paddingLeft: theme.spacing(2.5) } }),
  { name: 'ContinuityRollbackPlan' },
);

/** How to go back, who decides it until when, and what becomes of the data. */
export const RollbackPlan = (props: {
  plan: NonNullable<ChangeContent['rollbackPlan']>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const { plan } = props;
  return (
    <Facts>
      <Fact name={t('content.rollback.steps')}>
        <ol className={classes.steps}>
          {plan.steps.map((step, index) => (
            <li key={`${index} ${step}`}>{step}</li>
          ))}
        </ol>
      </Fact>
      <Fact name={t('content.rollback.decisionOwner')}>
        <EntityLink entityRef={plan.decisionOwner} />
      </Fact>
      <Fact name={t('content.rollback.decisionDeadline')}>
        <DurationText value={plan.decisionDeadline} />
      </Fact>
      <Fact name={t('content.rollback.expectedDuration')}>
        <DurationText value={plan.expectedDuration} />
      </Fact>
      <Fact name={t('content.rollback.dataHandling')}>
        <Prose>{plan.dataHandling}</Prose>
      </Fact>
    </Facts>
  );
};
