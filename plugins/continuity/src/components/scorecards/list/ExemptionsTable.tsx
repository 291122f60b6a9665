import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardExemption,
} from '@continuity/plugin-continuity-common';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { EntityLink } from '../../shared/EntityLink';
import { ExemptionButtons } from '../exemptions/ExemptionButtons';
import { exemptionActs, type ExemptionAct } from '../exemptions/exemptionActs';
import { ExemptionDialog } from '../exemptions/ExemptionDialog';
import { ExemptionFacts } from '../exemptions/ExemptionFacts';
import { useExemptionReader } from '../exemptions/useExemptionReader';

interface Opened {
  exemption: ScorecardExemption;
  act: ExemptionAct;
}

/** Exemptions, newest first, with what can be done about each. */
export const ExemptionsTable = (props: {
  exemptions: readonly ScorecardExemption[];
  /** None while they are not known; ids stand for their titles then. */
  scorecards: readonly Scorecard[];
  onDone: () => void;
}) => {
  const { exemptions, scorecards, onDone } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const reader = useExemptionReader();
  const [opened, setOpened] = useState<Opened>();
  const scorecardOf = ({ scorecard }: ScorecardExemption) =>
    scorecards.find(({ id }) => id === scorecard);
  const titleOf = (exemption: ScorecardExemption) =>
    scorecardOf(exemption)?.checks.find(({ id }) => id === exemption.check)
      ?.title ?? exemption.check;
  const actsOn = (exemption: ScorecardExemption) =>
    reader
      ? exemptionActs(
          {
            canAsk: false,
            ...(exemption.state === 'in-force' && { inForce: exemption }),
            ...(exemption.state === 'requested' && { requested: exemption }),
          },
          reader,
        )
      : [];
  return (
    <>
      <DataTable
        label={t('exemptions.title')}
        columns={[
          t('exemptions.service'),
          t('exemptions.check'),
          t('exemptions.details'),
          t('exemptions.actions'),
        ]}
      >
        {exemptions.map(exemption => (
          <TableRow key={exemption.id}>
            <TableCell component="th" scope="row">
              <EntityLink entityRef={exemption.entityRef} />
            </TableCell>
            <TableCell>
              {titleOf(exemption)}
              <Typography variant="caption" component="div">
                {scorecardOf(exemption)?.title ?? exemption.scorecard}
              </Typography>
            </TableCell>
            <TableCell>
              <ExemptionFacts exemption={exemption} />
            </TableCell>
            <TableCell>
              <ExemptionButtons
                acts={actsOn(exemption)}
                title={titleOf(exemption)}
                onAct={act => setOpened({ exemption, act })}
              />
            </TableCell>
          </TableRow>
        ))}
      </DataTable>
      {opened ? (
        <ExemptionDialog
          subject={{
            entityRef: opened.exemption.entityRef,
            scorecard: opened.exemption.scorecard,
            check: opened.exemption.check,
            title: titleOf(opened.exemption),
          }}
          act={opened.act}
          onDone={() => {
            setOpened(undefined);
            onDone();
          }}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </>
  );
};
