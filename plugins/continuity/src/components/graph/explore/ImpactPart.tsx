import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Impact,
  ImpactItem,
  ImpactRequest,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  TierChip,
  continuityApiRef,
  formatDuration,
  useImpact,
  useReader,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { exploreTranslationRef } from '../../../translation/exploreTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { EntityLink } from '../../shared/EntityLink';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { GraphPictureView } from '../picture/GraphPictureView';
import { CountsView } from '../shared/CountsView';
import { CsvButton } from '../../shared/CsvButton';
import { FreshnessNotice } from '../shared/FreshnessNotice';
import { NodeName, useNodeWord } from '../shared/NodeName';
import { OutcomeMark } from '../shared/OutcomeMark';
import { PathDialog } from '../shared/PathDialog';
import { useKindWord } from '../shared/useKindWord';

const useStyles = makeStyles(
  theme => ({
    section: { marginBottom: theme.spacing(3) },
    lead: { marginBottom: theme.spacing(2) },
  }),
  { name: 'ContinuityImpact' },
);

const Breaches = ({ breaches }: Pick<ImpactItem, 'breaches'>) => {
  const { t } = useTranslationRef(exploreTranslationRef);
  const { locale } = useReader();
  const words = (duration: string) => formatDuration(duration, locale);
  return (
    <>
      {breaches.map(({ objective, allowed, after, expected, exact }) => (
        <div key={objective}>
          {t(exact ? `breach.${objective}` : `breach.${objective}AtLeast`, {
            allowed: words(allowed),
            after: words(after),
            expected: words(expected),
          })}
        </div>
      ))}
    </>
  );
};

const Items = (props: {
  impact: Impact;
  onPath: (item: ImpactItem) => void;
}) => {
  const { impact, onPath } = props;
  const { t } = useTranslationRef(exploreTranslationRef);
  const word = useNodeWord();
  const kindWord = useKindWord();
  const timed = impact.breached !== undefined;
  return (
    <>
      <DataTable
        label={t('impact.table')}
        columns={[
          t('impact.name'),
          t('impact.kind'),
          t('impact.outcome'),
          t('impact.tier'),
          t('impact.owner'),
          t('impact.hops'),
          ...(timed ? [t('impact.breaches')] : []),
          t('impact.why'),
        ]}
      >
        {impact.items.map(item => {
          const { node, outcome, hops, breaches } = item;
          return (
            <TableRow key={node.id}>
              <TableCell>
                <NodeName node={node} />
              </TableCell>
              <TableCell>{kindWord(node)}</TableCell>
              <TableCell>
                <OutcomeMark outcome={outcome} />
              </TableCell>
              <TableCell>
                <TierChip tier={node.tier} />
              </TableCell>
              <TableCell>
                {node.owner ? <EntityLink entityRef={node.owner} /> : null}
              </TableCell>
              <TableCell>{hops}</TableCell>
              {timed ? (
                <TableCell>
                  <Breaches breaches={breaches} />
                </TableCell>
              ) : null}
              <TableCell>
                <Button
                  size="small"
                  aria-label={t('impact.whyOf', { name: word(node) })}
                  onClick={() => onPath(item)}
                >
                  {t('impact.path')}
                </Button>
              </TableCell>
            </TableRow>
          );
        })}
      </DataTable>
      <Typography variant="caption" color="textSecondary" component="p">
        {t('impact.shown', {
          shown: String(impact.items.length),
          total: String(impact.totalItems),
        })}
      </Typography>
    </>
  );
};

const Lead = ({ impact }: { impact: Impact }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const { locale } = useReader();
  const { totals, breached, backAfter } = impact;
  return (
    <Typography variant="body1" className={classes.lead}>
      {totals.total === 0
        ? t('impact.nothing')
        : t('impact.lead', { count: totals.total })}{' '}
      {breached === undefined
        ? null
        : t('impact.breached', { count: breached })}{' '}
      {backAfter
        ? t('impact.back', { duration: formatDuration(backAfter, locale) })
        : null}
    </Typography>
  );
};

const Absorbed = ({ absorbed }: Pick<Impact, 'absorbed'>) => {
  const { t } = useTranslationRef(exploreTranslationRef);
  if (absorbed.length === 0) return null;
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {t('impact.absorbed')}
      </Typography>
      <ul>
        {absorbed.map(({ owner, group, failed, left }) => (
          <li key={`${owner.id} ${group.name}`}>
            <NodeName node={owner} inText />:{' '}
            {t('impact.absorbedBy', {
              group: group.name,
              failed: String(failed.length),
              left: String(left.length),
              min: String(group.minAvailable),
            })}
          </li>
        ))}
      </ul>
    </>
  );
};

/** What fails or degrades, for whom, and by which path. */
export const ImpactPart = ({ request }: { request: ImpactRequest }) => {
  const api = useApi(continuityApiRef);
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const impact = useImpact(request);
  const [shown, setShown] = useState<Pick<ImpactItem, 'node' | 'path'>>();
  return (
    <ResourceView
      resource={impact}
      what={t('impact.what')}
      permission={needs.graph}
      lines={10}
    >
      {value => (
        <div aria-live="polite">
          <FreshnessNotice graph={value.graph} />
          {value.unknown.length > 0 ? (
            <Notice tone="unknown" title={t('impact.unknown')}>
              {value.unknown.join(', ')}
            </Notice>
          ) : null}
          {value.downTotal > 0 ? <Lead impact={value} /> : null}
          {value.totals.total > 0 ? (
            <>
              <Section title={t('impact.whom')} className={classes.section}>
                <CountsView counts={value.totals} />
                <Absorbed absorbed={value.absorbed} />
              </Section>
              <Section
                title={t('impact.everything')}
                className={classes.section}
                action={
                  <CsvButton
                    name="impact.csv"
                    load={() => api.exportImpact(request)}
                  />
                }
              >
                <GraphPictureView
                  picture={value.picture}
                  reading="impact"
                  label={t('impact.picture')}
                  chosen={shown?.node.id}
                  onNode={node => {
                    const item = value.items.find(
                      other => other.node.id === node.id,
                    );
                    if (item) setShown(item);
                  }}
                />
                <Items impact={value} onPath={setShown} />
              </Section>
            </>
          ) : (
            <Absorbed absorbed={value.absorbed} />
          )}
          {shown ? (
            <PathDialog
              node={shown.node}
              path={shown.path}
              onClose={() => setShown(undefined)}
            />
          ) : null}
        </div>
      )}
    </ResourceView>
  );
};
