import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GateVerdict } from '@continuity/plugin-continuity-common';
import type { Enforcement, Verdict } from '../api/types';
import { continuityReactTranslationRef } from '../translation';
import { StatusMark, type Tone } from './StatusMark';

const gateTones = {
  allow: 'good',
  deny: 'bad',
  'needs-approval': 'caution',
} satisfies Record<GateVerdict, Tone>;

const evidenceTones = {
  pass: 'good',
  fail: 'bad',
  unknown: 'unknown',
} satisfies Record<Verdict, Tone>;

const enforcementTones = {
  block: 'bad',
  approval: 'caution',
  warn: 'notice',
} satisfies Record<Enforcement, Tone>;

/** The tone of a gate's verdict. */
export const gateTone = (verdict: GateVerdict): Tone => gateTones[verdict];

/** A gate's verdict: open, closed or needs approval. */
export const VerdictChip = ({ verdict }: { verdict: GateVerdict }) => {
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return <StatusMark tone={gateTones[verdict]} label={t(`gate.${verdict}`)} />;
};

/** The verdict of evidence or of a check: pass, fail or unknown. */
export const EvidenceVerdictChip = ({ verdict }: { verdict: Verdict }) => {
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return (
    <StatusMark tone={evidenceTones[verdict]} label={t(`verdict.${verdict}`)} />
  );
};

/** What a window does to a release: blocks it, asks for approval or warns. */
export const EnforcementChip = (props: { enforcement: Enforcement }) => {
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return (
    <StatusMark
      tone={enforcementTones[props.enforcement]}
      label={t(`enforcement.${props.enforcement}`)}
    />
  );
};
