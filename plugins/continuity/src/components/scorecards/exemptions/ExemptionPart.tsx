import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  continuityScorecardApprovePermission,
  continuityScorecardExemptPermission,
  type ScorecardExemption,
} from '@continuity/plugin-continuity-common';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { ExemptionButtons } from './ExemptionButtons';
import { exemptionActs, type ExemptionAct } from './exemptionActs';
import { ExemptionDialog, type ExemptionSubject } from './ExemptionDialog';
import { ExemptionFacts } from './ExemptionFacts';
import { useExemptionReader } from './useExemptionReader';

/** The exemptions of a check, and what the reader can do about them. */
export const ExemptionPart = (props: {
  subject: ExemptionSubject;
  /** The check applies and does not pass. */
  canAsk: boolean;
  inForce?: ScorecardExemption;
  requested?: ScorecardExemption;
  /** Something is different now. */
  onDone: () => void;
}) => {
  const { subject, canAsk, inForce, requested, onDone } = props;
  const { t } = useTranslationRef(scorecardTranslationRef);
  const reader = useExemptionReader();
  const [act, setAct] = useState<ExemptionAct>();
  const isOwn = requested !== undefined && requested.requestedBy === reader?.me;
  const lacksAsking = reader && !reader.mayAsk && canAsk && !requested;
  const lacksDeciding = reader && !reader.mayDecide && requested && !isOwn;
  return (
    <>
      {inForce ? (
        <>
          <ExemptionFacts exemption={inForce} />
          <Typography variant="body2">
            {t(canAsk ? 'exemption.isNoPass' : 'exemption.isUnneeded')}
          </Typography>
        </>
      ) : null}
      {requested ? (
        <>
          <ExemptionFacts exemption={requested} />
          <Typography variant="body2">
            {t(isOwn ? 'exemption.own' : 'exemption.waits')}
          </Typography>
        </>
      ) : null}
      {inForce || requested ? null : t('check.noExemption')}
      {lacksAsking ? (
        <Typography variant="body2" color="textSecondary">
          {t('exemption.mayNotAsk', {
            permission: continuityScorecardExemptPermission.name,
          })}
        </Typography>
      ) : null}
      {lacksDeciding ? (
        <Typography variant="body2" color="textSecondary">
          {t('exemption.mayNotDecide', {
            permission: continuityScorecardApprovePermission.name,
          })}
        </Typography>
      ) : null}
      {reader ? (
        <ExemptionButtons
          acts={exemptionActs({ canAsk, inForce, requested }, reader)}
          title={subject.title}
          onAct={setAct}
        />
      ) : null}
      {act ? (
        <ExemptionDialog
          subject={subject}
          act={act}
          onDone={() => {
            setAct(undefined);
            onDone();
          }}
          onClose={() => setAct(undefined)}
        />
      ) : null}
    </>
  );
};
