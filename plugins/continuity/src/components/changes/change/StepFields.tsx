import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Choice, Field, Row } from '../../shared/fields';
import { needsComment, type StepInput } from './stepInput';
import type { Act } from './useSteps';

const OUTCOMES = ['succeeded', 'failed', 'rolled-back'] as const;

/** What has to be said with a step. */
export const StepFields = (props: {
  act: Act;
  typed: StepInput;
  onTyped: (part: Partial<StepInput>) => void;
}) => {
  const { act, typed, onTyped } = props;
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <>
      {act === 'finish' ? (
        <Row>
          <Choice
            label={t('dialog.outcome')}
            value={typed.outcome}
            choices={[
              { value: '', label: t('dialog.choose') },
              ...OUTCOMES.map(value => ({
                value,
                label: t(`outcome.${value}`),
              })),
            ]}
            onChange={outcome => onTyped({ outcome })}
          />
        </Row>
      ) : null}
      {act === 'complete-review' ? (
        <>
          <Row>
            <Field
              label={t('dialog.summary')}
              required
              multiline
              value={typed.summary}
              onChange={summary => onTyped({ summary })}
            />
          </Row>
          <Row>
            <Field
              label={t('dialog.followUp')}
              required
              multiline
              help={t('dialog.followUpHelp')}
              value={typed.followUp}
              onChange={followUp => onTyped({ followUp })}
            />
          </Row>
        </>
      ) : null}
      <Row>
        <Field
          label={t('dialog.comment')}
          multiline
          required={needsComment(act)}
          help={t(
            needsComment(act) ? 'dialog.commentNeeded' : 'dialog.commentHelp',
          )}
          value={typed.comment}
          onChange={comment => onTyped({ comment })}
        />
      </Row>
    </>
  );
};
