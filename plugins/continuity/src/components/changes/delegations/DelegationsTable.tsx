import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ApprovalDelegation } from '@continuity/plugin-continuity-common';
import {
  Moment,
  StatusMark,
  useNow,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { delegationsTranslationRef } from '../../../translation/delegationsTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { DataTable } from '../../shared/DataTable';
import { EntityLink } from '../../shared/EntityLink';

/** Delegations as a table. Whoever was given a place cannot end that; no button then. */
export const DelegationsTable = (props: {
  side: 'given' | 'received';
  delegations: readonly ApprovalDelegation[];
  onEnd?: (delegation: ApprovalDelegation) => void;
}) => {
  const { side, delegations, onEnd } = props;
  const { t } = useTranslationRef(delegationsTranslationRef);
  const now = useNow();
  return (
    <DataTable
      label={t(side)}
      columns={[
        t(`column.${side}`),
        t('column.state'),
        t('column.time'),
        t('column.reason'),
        ...(onEnd ? [t('column.act')] : []),
      ]}
    >
      {delegations.map(delegation => {
        const { id, from, to, start, end, reason } = delegation;
        const other = side === 'given' ? to : from;
        const hasBegun = Date.parse(start) <= now;
        return (
          <TableRow key={id}>
            <TableCell component="th" scope="row">
              <EntityLink entityRef={other} />
            </TableCell>
            <TableCell>
              <StatusMark
                tone={hasBegun ? 'notice' : 'unknown'}
                label={t(hasBegun ? 'inForce' : 'toCome')}
              />
            </TableCell>
            <TableCell>
              <Moment at={start} /> – <Moment at={end} />
            </TableCell>
            <TableCell>{reason ?? t('noReason')}</TableCell>
            {onEnd ? (
              <TableCell>
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={t('endOf', { who: shortRef(other) })}
                  onClick={() => onEnd(delegation)}
                >
                  {t('end')}
                </Button>
              </TableCell>
            ) : null}
          </TableRow>
        );
      })}
    </DataTable>
  );
};
