import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import { useEffect } from 'react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { useTask } from '../../../shared/useTask';
import { ActDialog } from '../../../shared/ActDialog';
import { readRefused, type Refused } from '../../../shared/readRefused';
import { isSaid, type ActInput } from './actInput';
import type { OverrideAct } from './actsOn';
import { OverrideActFields } from './OverrideActFields';

const FIELDS = ['comment', 'reason', 'summary', 'justified', 'followUp'];

function takeTo(
  api: ContinuityApi,
  id: string,
  act: OverrideAct,
  said: ActInput,
): Promise<Override> {
  const comment = said.comment.trim();
  switch (act) {
    case 'approve':
    case 'refuse':
      return api.decideOverride(id, {
        decision: act,
        ...(comment && { comment }),
      });
    case 'review':
      return api.reviewOverride(id, {
        summary: said.summary.trim(),
        justified: said.justified === 'yes',
        followUp: said.followUp.trim(),
      });
    default:
      return api.closeOverride(id, comment);
  }
}

/** In which something is done to an override. What is typed stays when it is refused. */
export const OverrideDialog = (props: {
  act: OverrideAct;
  override: Override;
  /** Whether it still is, as the override stands now. */
  isPossible: boolean;
  said: ActInput;
  onSaid: (part: Partial<ActInput>) => void;
  onDone: (override: Override) => void;
  /** Told when it was refused: what is shown may not be what there is. */
  onRefused: () => void;
  onClose: () => void;
}) => {
  const { act, override, isPossible, said, onDone, onRefused } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(overridesTranslationRef);
  const [task, run] = useTask(async () =>
    onDone(await takeTo(api, override.id, act, said)),
  );
  const error = task.state === 'failed' ? task.error : undefined;
  useEffect(() => {
    if (error) onRefused();
    // Once for each refusal, whatever else is rendered meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  const isBusy = task.state === 'busy';
  const gone: Refused | undefined =
    isPossible || isBusy
      ? undefined
      : { kind: 'outdated', message: t('dialog.gone'), problems: [] };
  const refused = error ? readRefused(error, FIELDS) : gone;
  return (
    <ActDialog
      title={t(`steps.do.${act}`)}
      means={t(`act.${act}`)}
      act={t(`steps.do.${act}`)}
      isIncomplete={!isPossible || !isSaid(act, said)}
      isBusy={isBusy}
      refused={refused}
      onAct={() => run(undefined)}
      onClose={props.onClose}
    >
      <OverrideActFields
        act={act}
        said={said}
        onSaid={props.onSaid}
        problems={refused?.problems ?? []}
      />
    </ActDialog>
  );
};
