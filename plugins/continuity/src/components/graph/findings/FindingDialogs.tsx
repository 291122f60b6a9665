import type { GraphFinding } from '@continuity/plugin-continuity-common';
import { useReader } from '@continuity/plugin-continuity-react';
import { formatDay } from '../../calendar/time/civilDay';
import { civilDayAt } from '../../calendar/time/zoneDays';
import { PathDialog } from '../shared/PathDialog';
import { ChangeDialog } from './ChangeDialog';
import { ExemptionDialog } from './ExemptionDialog';
import type { FindingAction } from './FindingRow';

/** What somebody does about one finding. */
export interface OpenedFinding {
  action: FindingAction;
  finding: GraphFinding;
}

/** The dialog of what was chosen to be done. */
export const FindingDialogs = (props: {
  /** Absent: nothing was chosen. */
  opened?: OpenedFinding;
  /** Something is different now. */
  onDone: () => void;
  onClose: () => void;
}) => {
  const { opened, onDone, onClose } = props;
  const { timeZone } = useReader();
  if (!opened) return null;
  const { action, finding } = opened;
  switch (action) {
    case 'path':
      return (
        <PathDialog node={finding.node} path={finding.path} onClose={onClose} />
      );
    case 'change':
      return <ChangeDialog finding={finding} onClose={onClose} />;
    default:
      return (
        <ExemptionDialog
          finding={finding}
          today={formatDay(civilDayAt(Date.now(), timeZone))}
          onDone={onDone}
          onClose={onClose}
        />
      );
  }
};
