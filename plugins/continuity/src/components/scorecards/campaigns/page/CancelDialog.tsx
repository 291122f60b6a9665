import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Campaign } from '@continuity/plugin-continuity-common';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { ActDialog } from '../../../shared/ActDialog';
import { Field, Row } from '../../../shared/fields';
import { problemAt } from '../../../shared/problems';
import { readRefused } from '../../../shared/readRefused';
import { useTask } from '../../../shared/useTask';

/** In which a campaign is called off, with a reason. */
export const CancelDialog = (props: {
  campaign: Campaign;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { campaign, onDone } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(campaignsTranslationRef);
  const [reason, setReason] = useState('');
  const [task, run] = useTask(async () => {
    await api.cancelCampaign(campaign.id, {
      revision: campaign.revision,
      reason: reason.trim(),
    });
    onDone();
  });
  const refused =
    task.state === 'failed' ? readRefused(task.error, ['reason']) : undefined;
  return (
    <ActDialog
      title={t('cancel.title', { title: campaign.content.title })}
      means={t('cancel.means')}
      act={t('cancel.act')}
      isIncomplete={reason.trim() === ''}
      isBusy={task.state === 'busy'}
      refused={refused}
      onAct={() => run(undefined)}
      onClose={props.onClose}
    >
      <Row>
        <Field
          label={t('cancel.reason')}
          required
          multiline
          value={reason}
          error={problemAt(refused?.problems ?? [], 'reason')}
          onChange={setReason}
        />
      </Row>
    </ActDialog>
  );
};
