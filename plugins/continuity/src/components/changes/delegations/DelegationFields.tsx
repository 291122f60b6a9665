import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  continuityApiRef,
  useReader,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { delegationsTranslationRef } from '../../../translation/delegationsTranslationRef';
import { Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import { useTask } from '../../shared/useTask';
import { EntitiesField } from '../form/EntitiesField';
import { readRefused, type Refused } from '../../shared/readRefused';
import { RefusedNote } from '../../shared/RefusedNote';
import {
  DELEGATION_FIELDS,
  delegationOf,
  emptyDelegation,
  isWhole,
} from './delegationForm';

const USERS = ['User'];

/** In which somebody gives their place to somebody else for a while. */
export const DelegationFields = ({ onDone }: { onDone: () => void }) => {
  const api = useApi(continuityApiRef);
  const alertApi = useApi(alertApiRef);
  const { timeZone } = useReader();
  const { t } = useTranslationRef(delegationsTranslationRef);
  const [form, setForm] = useState(() => emptyDelegation(Date.now(), timeZone));
  const [refused, setRefused] = useState<Refused>();
  const [task, give] = useTask(async (request: typeof form) => {
    setRefused(undefined);
    try {
      await api.createApprovalDelegation(delegationOf(request, timeZone));
      alertApi.post({
        message: t('form.given'),
        severity: 'success',
        display: 'transient',
      });
      setForm(emptyDelegation(Date.now(), timeZone));
      onDone();
    } catch (reason) {
      const error =
        reason instanceof Error ? reason : new Error(String(reason));
      setRefused(readRefused(error, DELEGATION_FIELDS));
    }
  });
  const problems = refused?.problems ?? [];
  const change = (part: Partial<typeof form>) =>
    setForm(before => ({ ...before, ...part }));
  const zone = t('form.zoneHelp', { zone: timeZone });
  return (
    <form
      aria-label={t('form.title')}
      onSubmit={event => {
        event.preventDefault();
        give(form);
      }}
    >
      <Row>
        <EntitiesField
          label={t('form.to')}
          kinds={USERS}
          required
          most={1}
          help={t('form.toHelp')}
          value={form.to}
          error={problemAt(problems, 'to')}
          onChange={to => change({ to })}
        />
      </Row>
      <Row>
        <Field
          label={t('form.start')}
          type="datetime-local"
          required
          help={zone}
          value={form.start}
          error={problemAt(problems, 'start')}
          onChange={start => change({ start })}
        />
      </Row>
      <Row>
        <Field
          label={t('form.end')}
          type="datetime-local"
          required
          help={zone}
          value={form.end}
          error={problemAt(problems, 'end')}
          onChange={end => change({ end })}
        />
      </Row>
      <Row>
        <Field
          label={t('form.reason')}
          help={t('form.reasonHelp')}
          value={form.reason}
          error={problemAt(problems, 'reason')}
          onChange={reason => change({ reason })}
        />
      </Row>
      <Button
        type="submit"
        variant="contained"
        color="primary"
        disabled={task.state === 'busy' || !isWhole(form)}
      >
        {t('form.give')}
      </Button>
      {task.state === 'busy' ? (
        <Typography variant="body2" role="status">
          {t('form.giving')}
        </Typography>
      ) : null}
      {refused ? <RefusedNote refused={refused} /> : null}
    </form>
  );
};
