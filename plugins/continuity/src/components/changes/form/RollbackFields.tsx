import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { changeFormTranslationRef } from '../../../translation/changeFormTranslationRef';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import type { RollbackForm } from './changeForm';
import { EntitiesField } from './EntitiesField';
import type { PartProps } from './parts';

const OWNERS = ['Group', 'User'];
const DURATIONS = ['PT5M', 'PT10M', 'PT15M', 'PT30M', 'PT1H'];

/** How to go back, who decides it until when, and what becomes of the data. */
export const RollbackFields = ({ form, onChange, problems }: PartProps) => {
  const { t } = useTranslationRef(changeFormTranslationRef);
  const { t: tParts } = useTranslationRef(changeTranslationRef);
  const plan = form.rollbackPlan;
  const change = (part: Partial<RollbackForm>) =>
    onChange({ rollbackPlan: { ...plan, ...part } });
  const wrong = (part: keyof RollbackForm) =>
    problemAt(problems, `content.rollbackPlan.${part}`);
  const asAWhole = problems.find(({ path }) => path === 'content.rollbackPlan');
  return (
    <>
      {asAWhole ? (
        <Typography variant="body2" color="error">
          {asAWhole.message}
        </Typography>
      ) : null}
      <Row>
        <Field
          label={tParts('content.rollback.steps')}
          multiline
          help={t('field.stepsHelp')}
          value={plan.steps}
          error={wrong('steps')}
          onChange={steps => change({ steps })}
        />
      </Row>
      <Row>
        <EntitiesField
          label={tParts('content.rollback.decisionOwner')}
          kinds={OWNERS}
          most={1}
          value={plan.decisionOwner}
          error={wrong('decisionOwner')}
          onChange={decisionOwner => change({ decisionOwner })}
        />
      </Row>
      <Row>
        <Field
          label={tParts('content.rollback.decisionDeadline')}
          help={t('field.deadlineHelp')}
          proposals={DURATIONS}
          value={plan.decisionDeadline}
          error={wrong('decisionDeadline')}
          onChange={decisionDeadline => change({ decisionDeadline })}
        />
        <Field
          label={tParts('content.rollback.expectedDuration')}
          help={t('field.expectedHelp')}
          proposals={DURATIONS}
          value={plan.expectedDuration}
          error={wrong('expectedDuration')}
          onChange={expectedDuration => change({ expectedDuration })}
        />
      </Row>
      <Row>
        <Field
          label={tParts('content.rollback.dataHandling')}
          multiline
          help={t('field.dataHelp')}
          value={plan.dataHandling}
          error={wrong('dataHandling')}
          onChange={dataHandling => change({ dataHandling })}
        />
      </Row>
    </>
  );
};
