import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Evidence } from '@continuity/plugin-continuity-common';
import {
  EvidenceVerdictChip,
  StatusMark,
  continuityReactTranslationRef,
  useNow,
} from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';

/** What has expired is unknown, whatever it once said. */
const Expired = ({ verdict }: Pick<Evidence, 'verdict'>) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { t: tShared } = useTranslationRef(continuityReactTranslationRef);
  return (
    <>
      <StatusMark tone="unknown" label={t('evidence.expired')} />
      <Typography variant="caption" component="p">
        {t('evidence.was', { verdict: tShared(`verdict.${verdict}`) })}
      </Typography>
    </>
  );
};

/** What a piece of evidence says today. */
export const EvidenceVerdict = (props: {
  evidence: Pick<Evidence, 'verdict' | 'expiresAt'>;
}) => {
  const { verdict, expiresAt } = props.evidence;
  const now = useNow();
  return Date.parse(expiresAt) <= now ? (
    <Expired verdict={verdict} />
  ) : (
    <EvidenceVerdictChip verdict={verdict} />
  );
};
