import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityApiRef } from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { ActDialog } from '../../shared/ActDialog';
import { readRefused } from '../../shared/readRefused';
import { Field, Row } from '../../shared/fields';
import { problemAt } from '../../shared/problems';
import { useTask } from '../../shared/useTask';
import type { ExemptionAct } from './exemptionActs';
import { ExemptionFacts } from './ExemptionFacts';
import { lastDays } from './lastDays';

/** What an exemption is of. */
export interface ExemptionSubject {
  entityRef: string;
  scorecard: string;
  check: string;
  /** Of the check. */
  title: string;
}

/** In which somebody asks for an exemption, decides on it, or ends it. */
export const ExemptionDialog = (props: {
  subject: ExemptionSubject;
  act: ExemptionAct;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { subject, act, onDone } = props;
  const { title, ...about } = subject;
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(scorecardTranslationRef);
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  const [task, run] = useTask(async () => {
    const words = text.trim();
    switch (act.kind) {
      case 'request':
      case 'renew':
        await api.requestScorecardExemption({ ...about, reason: words, until });
        break;
      case 'approve':
      case 'refuse':
        await api.decideScorecardExemption(act.exemption.id, {
          decision: act.kind,
          comment: words,
        });
        break;
      default:
        await api.revokeScorecardExemption(act.exemption.id, words);
    }
    onDone();
  });
  const refused =
    task.state === 'failed'
      ? readRefused(task.error, ['reason', 'comment', 'until'])
      : undefined;
  const problems = refused?.problems ?? [];
  const asks = act.kind === 'request' || act.kind === 'renew';
  const days = lastDays(Date.now());
  const outside =
    (until !== '' && until < days.first && t('exemption.past', days)) ||
    (until > days.last && t('exemption.far', days)) ||
    undefined;
  return (
    <ActDialog
      title={t('exemption.doOf', { act: t(`exemption.do.${act.kind}`), title })}
      means={t(`exemption.means.${act.kind}`, {
        until: 'exemption' in act ? act.exemption.until : '',
      })}
      act={t(`exemption.do.${act.kind}`)}
      isIncomplete={
        text.trim() === '' || (asks && (until === '' || outside !== undefined))
      }
      isBusy={task.state === 'busy'}
      refused={refused}
      onAct={() => run(undefined)}
      onClose={props.onClose}
    >
      {'exemption' in act ? <ExemptionFacts exemption={act.exemption} /> : null}
      <Row>
        <Field
          label={t(asks ? 'exemption.why' : 'exemption.comment')}
          required
          multiline
          value={text}
          error={
            problemAt(problems, 'reason') ?? problemAt(problems, 'comment')
          }
          onChange={setText}
        />
      </Row>
      {asks ? (
        <Row>
          <Field
            label={t('exemption.lastDay')}
            required
            type="date"
            help={t('exemption.lastDayHelp')}
            value={until}
            error={outside ?? problemAt(problems, 'until')}
            onChange={setUntil}
          />
        </Row>
      ) : null}
    </ActDialog>
  );
};
