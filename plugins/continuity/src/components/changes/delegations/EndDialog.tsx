import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ApprovalDelegation } from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { delegationsTranslationRef } from '../../../translation/delegationsTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { useTask } from '../../shared/useTask';
import { ActDialog } from '../../shared/ActDialog';
import { readRefused } from '../../shared/readRefused';

/** In which a delegation is ended. */
export const EndDialog = (props: {
  delegation: ApprovalDelegation;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { delegation, onDone } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(delegationsTranslationRef);
  const [task, run] = useTask(async () => {
    await api.endApprovalDelegation(delegation.id);
    onDone();
  });
  return (
    <ActDialog
      title={t('endOf', { who: shortRef(delegation.to) })}
      means={t('endMeans')}
      act={t('end')}
      isBusy={task.state === 'busy'}
      refused={
        task.state === 'failed' ? readRefused(task.error, []) : undefined
      }
      onAct={() => run(undefined)}
      onClose={props.onClose}
    />
  );
};
