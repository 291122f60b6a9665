import type { OverrideAct } from './actsOn';

/** What somebody says with what they do to an override. */
export interface ActInput {
  comment: string;
  summary: string;
  /** Empty: not said yet. */
  justified: 'yes' | 'no' | '';
  followUp: string;
}

export const NOTHING_SAID: ActInput = {
  comment: '',
  summary: '',
  justified: '',
  followUp: '',
};

/** Only an approval speaks for itself. */
export const needsReason = (act: OverrideAct) =>
  act === 'refuse' || act === 'withdraw' || act === 'close';

/** Whether everything is there that the act needs. */
export function isSaid(act: OverrideAct, said: ActInput): boolean {
  if (needsReason(act)) return said.comment.trim() !== '';
  if (act !== 'review') return true;
  return (
    said.summary.trim() !== '' &&
    said.justified !== '' &&
    said.followUp.trim() !== ''
  );
}
