import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityScorecard } from '@continuity/plugin-continuity-common';
import { Moment, MomentText } from '@continuity/plugin-continuity-react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { Fact, Facts } from '../../shared/Facts';
import { ExemptionPart } from '../exemptions/ExemptionPart';
import { CheckStateMark } from '../shared/CheckStateMark';
import { RemedyActionLink } from '../shared/RemedyActionLink';
import { CheckEvidence } from './CheckEvidence';

/** A check as a scorecard judged it for an entity. */
export type EntityCheck = EntityScorecard['checks'][number];

/** Everything about one check: what it asks, what came of it and why, and what to do. */
export const CheckDetails = (props: {
  entityRef: string;
  scorecard: string;
  check: EntityCheck;
  onDone: () => void;
}) => {
  const { entityRef, scorecard, check, onDone } = props;
  const { state, remedy, action, evidence, until } = check;
  const { t } = useTranslationRef(scorecardTranslationRef);
  const applies = state !== 'not-applicable';
  return (
    <Facts>
      <Fact name={t('check.question')}>{check.question}</Fact>
      <Fact name={t('check.verdict')}>
        <CheckStateMark state={state} />{' '}
        {applies ? null : t('check.notApplicable')}
      </Fact>
      <Fact name={t('check.why')}>
        <MomentText text={check.reason} />
      </Fact>
      {remedy || action ? (
        <Fact name={t('check.remedy')}>
          {remedy ? <MomentText text={remedy} /> : null}{' '}
          {action ? (
            <RemedyActionLink action={action} entityRef={entityRef} />
          ) : null}
        </Fact>
      ) : null}
      <Fact name={t('check.evidence')}>
        <CheckEvidence entityRef={entityRef} ids={evidence} />
      </Fact>
      <Fact name={t('check.exemption')}>
        <ExemptionPart
          subject={{
            entityRef,
            scorecard,
            check: check.check,
            title: check.title,
          }}
          canAsk={state === 'fail' || state === 'unknown'}
          inForce={check.exemption}
          requested={check.requested}
          onDone={onDone}
        />
      </Fact>
      <Fact name={t('check.until')}>
        {until ? <Moment at={until} /> : t('check.forever')}
      </Fact>
    </Facts>
  );
};
