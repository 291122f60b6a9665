import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFinding } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useGraphFindings,
  useReader,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { formatDay } from '../../calendar/time/civilDay';
import { civilDayAt } from '../../calendar/time/zoneDays';
import { ChoiceField, choicesOf, shortRef } from '../../shared/ChoiceField';
import { DataTable } from '../../shared/DataTable';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { SearchField } from '../../shared/SearchField';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { FreshnessNotice } from '../shared/FreshnessNotice';
import { PathDialog } from '../shared/PathDialog';
import { ChangeDialog } from './ChangeDialog';
import { ExemptionDialog } from './ExemptionDialog';
import { FindingRow, type FindingAction } from './FindingRow';
import {
  EXEMPTED,
  KINDS,
  SEVERITIES,
  useFindingFilters,
} from './findingsAddress';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
      marginBottom: theme.spacing(2),
    },
    progress: { height: 4 },
  }),
  { name: 'ContinuityFindings' },
);

const LIMIT = 50;

/** What cannot hold in the fleet: by kind, severity and owner, with exemptions. */
export const FindingsContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(findingsTranslationRef);
  const { t: tGraph } = useTranslationRef(graphTranslationRef);
  const { timeZone } = useReader();
  const [filters, change] = useFindingFilters();
  const [cursors, setCursors] = useState<string[]>([]);
  const [opened, setOpened] = useState<{
    action: FindingAction;
    finding: GraphFinding;
  }>();
  const page = useGraphFindings({
    ...filters,
    limit: LIMIT,
    cursor: cursors[cursors.length - 1],
  });
  const set = (part: Parameters<typeof change>[0]) => {
    setCursors([]);
    change(part);
  };
  const close = () => setOpened(undefined);
  const any = t('filter.any');
  const owners = page.state === 'ready' ? page.value.filters.owners : [];
  return (
    <>
      <StatusBanner />
      <Section title={t('title')}>
        <div
          className={classes.filters}
          role="search"
          aria-label={t('filter.label')}
        >
          {filters.entity ? (
            <Chip
              label={t('filter.entity', { entity: shortRef(filters.entity) })}
              onDelete={() => set({ entity: undefined })}
            />
          ) : null}
          <SearchField
            label={t('filter.text')}
            value={filters.text ?? ''}
            onChange={text => set({ text: text || undefined })}
          />
          <ChoiceField
            label={t('filter.kind')}
            any={any}
            value={filters.kind}
            choices={KINDS.map(value => ({ value, label: t(`kind.${value}`) }))}
            onChange={chosen =>
              set({ kind: KINDS.find(value => value === chosen) })
            }
          />
          <ChoiceField
            label={t('filter.severity')}
            any={any}
            value={filters.severity}
            choices={SEVERITIES.map(value => ({
              value,
              label: tGraph(`severity.${value}`),
            }))}
            onChange={chosen =>
              set({ severity: SEVERITIES.find(value => value === chosen) })
            }
          />
          <ChoiceField
            label={t('filter.owner')}
            any={any}
            value={filters.owner}
            choices={choicesOf(owners)}
            onChange={owner => set({ owner })}
          />
          <ChoiceField
            label={t('filter.exempted')}
            any={any}
            value={filters.exempted}
            choices={EXEMPTED.map(value => ({
              value,
              label: t(`filter.exemptions.${value}`),
            }))}
            onChange={chosen =>
              set({ exempted: EXEMPTED.find(value => value === chosen) })
            }
          />
        </div>
        <div className={classes.progress}>
          {page.state === 'ready' && page.refreshing ? (
            <LinearProgress aria-label={t('what')} />
          ) : null}
        </div>
        <ResourceView
          resource={page}
          what={t('what')}
          permission={needs.graph}
          lines={10}
        >
          {({ graph, items, totalItems, hidden, nextCursor }) => (
            <>
              <FreshnessNotice graph={graph} />
              {totalItems === 0 ? (
                <Empty
                  title={t(graph.state === 'never-read' ? 'notKnown' : 'empty')}
                />
              ) : (
                <DataTable
                  label={t('title')}
                  columns={[
                    t('column.severity'),
                    t('column.finding'),
                    t('column.entity'),
                    t('column.exemption'),
                    t('column.actions'),
                  ]}
                >
                  {items.map(finding => (
                    <FindingRow
                      key={finding.id}
                      finding={finding}
                      onAction={(action, of) =>
                        setOpened({ action, finding: of })
                      }
                    />
                  ))}
                </DataTable>
              )}
              <Typography variant="caption" color="textSecondary" component="p">
                {t('count', {
                  shown: String(items.length),
                  total: String(totalItems),
                })}
                {hidden > 0 ? ` · ${t('hidden', { count: hidden })}` : ''}
              </Typography>
              {cursors.length > 0 ? (
                <Button onClick={() => setCursors(past => past.slice(0, -1))}>
                  {t('previous')}
                </Button>
              ) : null}
              {nextCursor ? (
                <Button onClick={() => setCursors([...cursors, nextCursor])}>
                  {t('next')}
                </Button>
              ) : null}
            </>
          )}
        </ResourceView>
      </Section>
      {opened?.action === 'path' ? (
        <PathDialog
          node={opened.finding.node}
          path={opened.finding.path}
          onClose={close}
        />
      ) : null}
      {opened?.action === 'change' ? (
        <ChangeDialog finding={opened.finding} onClose={close} />
      ) : null}
      {opened?.action === 'exemption' ? (
        <ExemptionDialog
          finding={opened.finding}
          today={formatDay(civilDayAt(Date.now(), timeZone))}
          onDone={() => {
            close();
            if (page.state === 'ready') page.retry();
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
};
