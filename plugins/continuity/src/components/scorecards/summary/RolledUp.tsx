import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardRollUp,
} from '@continuity/plugin-continuity-common';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { useScoreWords } from '../shared/useScoreWords';
import { useTierName } from '../shared/useTierName';
import { countsByLevel } from './countsByLevel';
import { StandingTogether } from './StandingTogether';

const ByTier = (props: { scorecard: Scorecard; rollUp: ScorecardRollUp }) => {
  const { scorecard, rollUp } = props;
  const { levels } = scorecard;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { percent } = useScoreWords();
  const nameOfTier = useTierName();
  return (
    <DataTable
      label={t('summary.byTier')}
      columns={[
        t('summary.tier'),
        t('summary.services'),
        t('level.none'),
        ...levels.map(({ title }) => title),
        t('summary.lowest'),
      ]}
    >
      {rollUp.byTier.map(row => (
        <TableRow key={row.tier}>
          <TableCell component="th" scope="row">
            {nameOfTier(row)}
          </TableCell>
          <TableCell>{row.services}</TableCell>
          {countsByLevel(levels, row.levels).map((services, index) => (
            <TableCell key={index}>{services}</TableCell>
          ))}
          <TableCell>
            {row.lowestScore === undefined
              ? t('summary.noScore')
              : percent(row.lowestScore)}
          </TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};

/** Services together, and those of each tier. */
export const RolledUp = (props: {
  scorecard: Scorecard;
  rollUp: ScorecardRollUp;
}) => (
  <>
    <StandingTogether {...props} />
    <ByTier {...props} />
  </>
);
