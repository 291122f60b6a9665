import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CabAgendaItem } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { backendWords } from '../../../shared/backendWords';
import { Field, Row } from '../../../shared/fields';
import { areReasoned, areSeen, decisionsOf, isOutdated } from './ballot';
import type { Ballot } from './useBallot';

const Outcome = ({ recording }: Pick<Ballot, 'recording'>) => {
  const { t } = useTranslationRef(cabTranslationRef);
  switch (recording.state) {
    case 'busy':
      return (
        <Typography variant="body2" role="status">
          {t('decide.recording')}
        </Typography>
      );
    case 'failed':
      return (
        <Typography variant="body2" color="error" role="alert">
          {t('decide.failed', { problem: backendWords(recording.error) })}
        </Typography>
      );
    case 'done': {
      const done = recording.value.filter(result => result.done).length;
      const count = recording.value.length;
      return (
        <Typography variant="body2" role="status">
          {done === count
            ? t('decide.done', { count })
            : t('decide.partly', { done: String(done), all: String(count) })}
        </Typography>
      );
    }
    default:
      return null;
  }
};

/** Records every decision that was chosen, and says what came of it. */
export const RecordBar = (props: {
  items: readonly CabAgendaItem[];
  ballot: Ballot;
}) => {
  const { items, ballot } = props;
  const { choices, recording } = ballot;
  const { t } = useTranslationRef(cabTranslationRef);
  const [reason, setReason] = useState('');
  const decisions = decisionsOf(choices, items);
  const hasOutdated = items.some(item =>
    isOutdated(choices[item.change.id], item),
  );
  return (
    <>
      {decisions.length > 1 && !areReasoned(decisions) ? (
        <Row>
          <Field label={t('decide.same')} value={reason} onChange={setReason} />
          <div>
            <Button
              disabled={reason.trim() === ''}
              onClick={() => ballot.fill(reason.trim())}
            >
              {t('decide.use')}
            </Button>
          </div>
        </Row>
      ) : null}
      {decisions.length > 0 ? (
        <Button
          variant="contained"
          color="primary"
          disabled={
            recording.state === 'busy' ||
            hasOutdated ||
            !areSeen(decisions) ||
            !areReasoned(decisions)
          }
          onClick={() => ballot.record(items)}
        >
          {t('decide.record', { count: decisions.length })}
        </Button>
      ) : null}
      <Outcome recording={recording} />
    </>
  );
};
