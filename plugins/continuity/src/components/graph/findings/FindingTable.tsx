import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFinding } from '@continuity/plugin-continuity-common';
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { FindingRow, type FindingAction } from './FindingRow';

/** Findings one by one, each with what can be done about it. */
export const FindingTable = (props: {
  label: string;
  findings: readonly GraphFinding[];
  onAction: (action: FindingAction, finding: GraphFinding) => void;
}) => {
  const { t } = useTranslationRef(findingsTranslationRef);
  return (
    <DataTable
      label={props.label}
      columns={[
        t('column.severity'),
        t('column.finding'),
        t('column.entity'),
        t('column.exemption'),
        t('column.actions'),
      ]}
    >
      {props.findings.map(finding => (
        <FindingRow
          key={finding.id}
          finding={finding}
          onAction={props.onAction}
        />
      ))}
    </DataTable>
  );
};
