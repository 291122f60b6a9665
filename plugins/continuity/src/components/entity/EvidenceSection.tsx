import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Evidence } from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  useEvidence,
} from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';
import { DataTable } from '../shared/DataTable';
import { Empty } from '../shared/Empty';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { useActorName } from '../shared/useActorName';
import { EvidenceVerdict } from './EvidenceVerdict';

const EvidenceRow = ({ evidence }: { evidence: Evidence }) => {
  const nameOf = useActorName();
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {evidence.kindTitle}
        <Typography variant="caption" component="p">
          {evidence.headline} · {nameOf(evidence.source)}
        </Typography>
      </TableCell>
      <TableCell>
        <EvidenceVerdict evidence={evidence} />
      </TableCell>
      <TableCell>
        {[evidence.environment, evidence.region].filter(Boolean).join(' · ') ||
          t('evidence.everywhere')}
      </TableCell>
      <TableCell>
        <Age at={evidence.observedAt} />
      </TableCell>
      <TableCell>
        <Age at={evidence.expiresAt} />
      </TableCell>
    </TableRow>
  );
};

/** The newest evidence of each kind and place, how old it is and when it expires. */
export const EvidenceSection = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const evidence = useEvidence(entityRef, { latest: true, limit: 20 });
  const title = t('evidence.title');
  return (
    <Section title={title}>
      <ResourceView
        resource={evidence}
        what={t('evidence.what')}
        permission={needs.evidence}
      >
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={t('evidence.empty')}
              remedy={t('evidence.emptyRemedy')}
            />
          ) : (
            <DataTable
              label={title}
              columns={[
                t('evidence.kind'),
                t('evidence.verdict'),
                t('evidence.where'),
                t('evidence.observed'),
                t('evidence.expires'),
              ]}
            >
              {items.map(item => (
                <EvidenceRow key={item.id} evidence={item} />
              ))}
            </DataTable>
          )
        }
      </ResourceView>
    </Section>
  );
};
