import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CabMeeting } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useReader,
} from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { Field, Row } from '../../../shared/fields';
import { problemAt } from '../../../shared/problems';
import { useTask } from '../../../shared/useTask';
import { instantOf, onClock } from '../../form/changeForm';
import { ActDialog } from '../../../shared/ActDialog';
import { readRefused } from '../../../shared/readRefused';

const FIELDS = ['group', 'title', 'start'];

/** In which a meeting of a board is called. */
export const CallDialog = (props: {
  /** Ref. */
  group: string;
  onDone: (meeting: CabMeeting) => void;
  onClose: () => void;
}) => {
  const api = useApi(continuityApiRef);
  const { timeZone } = useReader();
  const { t } = useTranslationRef(cabTranslationRef);
  const [title, setTitle] = useState<string>(t('call.defaultName'));
  const [start, setStart] = useState(() =>
    onClock(new Date().toISOString(), timeZone),
  );
  const [task, call] = useTask(async () =>
    props.onDone(
      await api.callCabMeeting({
        group: props.group,
        title: title.trim(),
        start: instantOf(start, timeZone),
      }),
    ),
  );
  const refused =
    task.state === 'failed' ? readRefused(task.error, FIELDS) : undefined;
  const problems = refused?.problems ?? [];
  return (
    <ActDialog
      title={t('call.title')}
      means={t('call.means')}
      act={t('call.act')}
      isIncomplete={title.trim() === '' || start === ''}
      isBusy={task.state === 'busy'}
      refused={refused}
      onAct={() => call(undefined)}
      onClose={props.onClose}
    >
      <Row>
        <Field
          label={t('call.name')}
          value={title}
          onChange={setTitle}
          error={problemAt(problems, 'title')}
          required
        />
      </Row>
      <Row>
        <Field
          label={t('call.start')}
          type="datetime-local"
          value={start}
          onChange={setStart}
          help={t('call.zone', { zone: timeZone })}
          error={problemAt(problems, 'start')}
          required
        />
      </Row>
    </ActDialog>
  );
};
