import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardRollUp,
  ScorecardSummary,
} from '@continuity/plugin-continuity-common';
import { useReader } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { ChoiceField, shortRef } from '../../shared/ChoiceField';
import { DataTable } from '../../shared/DataTable';
import { EntityLink } from '../../shared/EntityLink';
import { LevelMark } from '../shared/LevelMark';
import {
  GROUPINGS,
  type ChangeAddress,
  type ScorecardsAddress,
} from '../page/scorecardsAddress';
import { isJudged } from './isJudged';

/** As many as are read at a glance; the others come on demand. */
const SHOWN = 10;

const GroupRow = (props: {
  scorecard: Scorecard;
  rollUp: ScorecardRollUp;
  by: (typeof GROUPINGS)[number];
  change: ChangeAddress;
}) => {
  const { scorecard, rollUp, by, change } = props;
  const { group, level, services, exempt, risk } = rollUp;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { locale } = useReader();
  const name = group === undefined ? t(`groups.none.${by}`) : shortRef(group);
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {group === undefined ? name : <EntityLink entityRef={group} />}
      </TableCell>
      <TableCell>
        <LevelMark
          levels={scorecard.levels}
          level={level}
          isJudged={isJudged(rollUp)}
        />
      </TableCell>
      <TableCell>{services}</TableCell>
      <TableCell>{exempt}</TableCell>
      <TableCell>{new Intl.NumberFormat(locale).format(risk)}</TableCell>
      <TableCell>
        <Button
          size="small"
          aria-label={t('groups.show', { name })}
          onClick={() => change({ [by]: group ?? 'none' })}
        >
          {t('groups.services')}
        </Button>
      </TableCell>
    </TableRow>
  );
};

/** Services by team or system, the greatest risk first. */
export const GroupsTable = (props: {
  scorecard: Scorecard;
  summary: ScorecardSummary;
  address: ScorecardsAddress;
  change: ChangeAddress;
}) => {
  const { scorecard, summary, address, change } = props;
  const { by = 'owner' } = address;
  const { groups } = summary;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [shown, setShown] = useState(SHOWN);
  const rest = groups.length - shown;
  return (
    <>
      <Typography variant="subtitle1" component="h3" gutterBottom>
        {t('groups.title')}
      </Typography>
      <ChoiceField
        label={t('groups.by')}
        value={by}
        choices={GROUPINGS.map(value => ({
          value,
          label: t(`groups.${value}`),
        }))}
        onChange={chosen =>
          change({ by: GROUPINGS.find(value => value === chosen) })
        }
      />
      <DataTable
        label={t('groups.title')}
        columns={[
          t(`groups.${by}`),
          t('groups.level'),
          t('summary.services'),
          t('groups.exempt'),
          t('groups.risk'),
          t('pages.heatMap'),
        ]}
      >
        {groups.slice(0, shown).map(rollUp => (
          <GroupRow
            key={rollUp.group ?? ''}
            scorecard={scorecard}
            rollUp={rollUp}
            by={by}
            change={change}
          />
        ))}
      </DataTable>
      <Typography variant="caption" color="textSecondary" component="p">
        {t('groups.levelMeans')}{' '}
        {rest > 0 ? t('groups.rest', { count: rest }) : ''}
      </Typography>
      {rest > 0 ? (
        <Button size="small" onClick={() => setShown(shown + SHOWN)}>
          {t('groups.more')}
        </Button>
      ) : null}
    </>
  );
};
