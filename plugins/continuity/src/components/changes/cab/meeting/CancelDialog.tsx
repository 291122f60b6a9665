import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { Field, Row } from '../../../shared/fields';
import { problemAt } from '../../../shared/problems';
import { useTask } from '../../../shared/useTask';
import { ActDialog } from '../../../shared/ActDialog';
import { readRefused } from '../../../shared/readRefused';

const FIELDS = ['reason'];

/** In which a meeting is called off. */
export const CancelDialog = (props: {
  id: string;
  onDone: () => void;
  onClose: () => void;
}) => {
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(cabTranslationRef);
  const [reason, setReason] = useState('');
  const [task, cancel] = useTask(async () => {
    await api.cancelCabMeeting(props.id, reason.trim());
    props.onDone();
  });
  const refused =
    task.state === 'failed' ? readRefused(task.error, FIELDS) : undefined;
  return (
    <ActDialog
      title={t('off.title')}
      means={t('off.means')}
      act={t('off.act')}
      isIncomplete={reason.trim() === ''}
      isBusy={task.state === 'busy'}
      refused={refused}
      onAct={() => cancel(undefined)}
      onClose={props.onClose}
    >
      <Row>
        <Field
          label={t('off.reason')}
          value={reason}
          onChange={setReason}
          error={problemAt(refused?.problems ?? [], 'reason')}
          required
        />
      </Row>
    </ActDialog>
  );
};
