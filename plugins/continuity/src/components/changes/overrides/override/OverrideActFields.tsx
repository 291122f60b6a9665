import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { Choice, Field, Row } from '../../../shared/fields';
import { problemAt, type DraftProblem } from '../../../shared/problems';
import { needsReason, type ActInput } from './actInput';
import type { OverrideAct } from './actsOn';

interface FieldsProps {
  said: ActInput;
  onSaid: (part: Partial<ActInput>) => void;
  problems: readonly DraftProblem[];
}

const ReviewFields = ({ said, onSaid, problems }: FieldsProps) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  return (
    <>
      <Row>
        <Field
          label={t('review.summary')}
          required
          multiline
          help={t('review.summaryHelp')}
          value={said.summary}
          error={problemAt(problems, 'summary')}
          onChange={summary => onSaid({ summary })}
        />
      </Row>
      <Row>
        <Choice
          label={t('review.justified')}
          value={said.justified}
          choices={[
            { value: '', label: t('review.choose') },
            { value: 'yes', label: t('review.yes') },
            { value: 'no', label: t('review.no') },
          ]}
          error={problemAt(problems, 'justified')}
          onChange={justified => onSaid({ justified })}
        />
      </Row>
      <Row>
        <Field
          label={t('review.followUp')}
          required
          multiline
          help={t('review.followUpHelp')}
          value={said.followUp}
          error={problemAt(problems, 'followUp')}
          onChange={followUp => onSaid({ followUp })}
        />
      </Row>
    </>
  );
};

/** What has to be said with what is done to an override. */
export const OverrideActFields = ({
  act,
  ...props
}: FieldsProps & { act: OverrideAct }) => {
  const { said, onSaid, problems } = props;
  const { t } = useTranslationRef(overridesTranslationRef);
  if (act === 'review') return <ReviewFields {...props} />;
  const isNeeded = needsReason(act);
  return (
    <Row>
      <Field
        label={t(isNeeded ? 'dialog.reason' : 'dialog.comment')}
        multiline
        required={isNeeded}
        help={t(isNeeded ? 'dialog.reasonHelp' : 'dialog.commentHelp')}
        value={said.comment}
        error={problemAt(problems, 'comment') ?? problemAt(problems, 'reason')}
        onChange={comment => onSaid({ comment })}
      />
    </Row>
  );
};
