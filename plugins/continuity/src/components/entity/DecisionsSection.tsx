import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  VerdictChip,
  continuityReactTranslationRef,
  useDecisions,
} from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { continuityTranslationRef } from '../../translation';
import { DataTable } from '../shared/DataTable';
import { Empty } from '../shared/Empty';
import { EntityLink } from '../shared/EntityLink';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';

const DecisionRow = ({ decision }: { decision: GateDecision }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { t: tShared } = useTranslationRef(continuityReactTranslationRef);
  const { request, decidedBy, ledgerIndex } = decision;
  return (
    <TableRow>
      <TableCell>
        <VerdictChip verdict={decision.verdict} />
      </TableCell>
      <TableCell>
        {[
          request.environment,
          request.region,
          tShared(`releaseClass.${request.class}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </TableCell>
      <TableCell>
        {decidedBy ? <EntityLink entityRef={decidedBy} /> : null}
      </TableCell>
      <TableCell>
        <Age at={decision.decidedAt} />
      </TableCell>
      <TableCell>
        {ledgerIndex === undefined
          ? null
          : t('decisions.ledgerIndex', { index: String(ledgerIndex) })}
      </TableCell>
    </TableRow>
  );
};

/** What pipelines asked about the service, what they were told, and where it is recorded. */
export const DecisionsSection = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const decisions = useDecisions({ entity: entityRef, limit: 10 });
  const title = t('decisions.title');
  return (
    <Section title={title}>
      <ResourceView
        resource={decisions}
        what={t('decisions.what')}
        permission={needs.gate}
      >
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={t('decisions.empty')}
              remedy={t('decisions.emptyRemedy', {
                entity: entityRef,
                environment: 'production',
              })}
            />
          ) : (
            <DataTable
              label={title}
              columns={[
                t('decisions.verdict'),
                t('decisions.where'),
                t('decisions.who'),
                t('decisions.when'),
                t('decisions.ledger'),
              ]}
            >
              {items.map((decision, index) => (
                <DecisionRow key={decision.id ?? index} decision={decision} />
              ))}
            </DataTable>
          )
        }
      </ResourceView>
    </Section>
  );
};
