import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { UnauthorisedDeployment } from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { unauthorisedTranslationRef } from '../../../translation/unauthorisedTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import { useTask } from '../../shared/useTask';
import { ActDialog } from '../../shared/ActDialog';
import { readRefused } from '../../shared/readRefused';

/** In which somebody answers for a deployment without a change. */
export const AnswerDialog = (props: {
  deployment: UnauthorisedDeployment;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { deployment, onDone } = props;
  const { id, entityRef, environment, version } = deployment;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(unauthorisedTranslationRef);
  const [reason, setReason] = useState('');
  const [task, run] = useTask(async () => {
    await api.resolveUnauthorisedDeployment(id, reason.trim());
    onDone();
  });
  const refused =
    task.state === 'failed' ? readRefused(task.error, ['reason']) : undefined;
  return (
    <ActDialog
      title={t('answerOf', {
        entity: shortRef(entityRef),
        version,
        environment,
      })}
      means={t('answerMeans')}
      act={t('answer')}
      isIncomplete={reason.trim() === ''}
      isBusy={task.state === 'busy'}
      refused={refused}
      onAct={() => run(undefined)}
      onClose={props.onClose}
    >
      <Row>
        <Field
          label={t('reason')}
          required
          multiline
          help={t('reasonHelp')}
          value={reason}
          error={problemAt(refused?.problems ?? [], 'reason')}
          onChange={setReason}
        />
      </Row>
    </ActDialog>
  );
};
