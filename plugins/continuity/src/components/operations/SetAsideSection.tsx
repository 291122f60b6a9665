import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  RetryOutcome,
  SetAsideEntry,
} from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  continuityApiRef,
  type Resource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { operationsTranslationRef } from '../../translation/operationsTranslationRef';
import { backendWords } from '../shared/backendWords';
import { DataTable } from '../shared/DataTable';
import { Empty } from '../shared/Empty';
import { EntityLink } from '../shared/EntityLink';
import { Notice } from '../shared/Notice';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { useTask } from '../shared/useTask';

const SetAsideRow = (props: {
  entry: SetAsideEntry;
  busy: boolean;
  mayRetry: boolean;
  onRetry: () => void;
}) => {
  const { entry, busy, mayRetry, onRetry } = props;
  const { t } = useTranslationRef(operationsTranslationRef);
  const index = String(entry.index);
  return (
    <TableRow>
      <TableCell>
        {t('setAside.entry', { type: entry.type, index })}
        <div>
          <Age at={entry.at} />
        </div>
      </TableCell>
      <TableCell>
        {entry.subjects.map(subject => (
          <div key={subject}>
            <EntityLink entityRef={subject} />
          </div>
        ))}
      </TableCell>
      <TableCell>
        {entry.follower}
        <div>
          {t('setAside.attempts', { count: entry.attempts })},{' '}
          <Age at={entry.setAsideAt} />
        </div>
      </TableCell>
      <TableCell>{entry.problem}</TableCell>
      <TableCell>
        <Button
          size="small"
          variant="outlined"
          disabled={busy || !mayRetry}
          aria-label={t('setAside.retryOf', {
            index,
            follower: entry.follower,
          })}
          onClick={onRetry}
        >
          {t(busy ? 'setAside.retrying' : 'setAside.retry')}
        </Button>
      </TableCell>
    </TableRow>
  );
};

type Tried = { index: string } & (
  | { outcome: RetryOutcome['outcome']; problem: string }
  /** It was refused, or nobody answered. */
  | { outcome: 'notTried'; problem: string }
);

/** Entries that a follower gave up on: why, and having them handled again. */
export const SetAsideSection = (props: {
  entries: Resource<{ items: SetAsideEntry[]; totalItems: number }>;
  /** The reader may have one handled again; the page says what it takes. */
  mayRetry: boolean;
  /** After an entry was tried, whatever came of it. */
  onTried: () => void;
}) => {
  const { entries, mayRetry, onTried } = props;
  const { t } = useTranslationRef(operationsTranslationRef);
  const api = useApi(continuityApiRef);
  const [task, retry] = useTask(
    async (entry: SetAsideEntry): Promise<Tried> => {
      const index = String(entry.index);
      try {
        const { outcome, problem = '' } = await api.retrySetAsideEntry(entry);
        return { index, outcome, problem };
      } catch (error) {
        const problem =
          error instanceof Error ? backendWords(error) : String(error);
        return { index, outcome: 'notTried', problem };
      } finally {
        onTried();
      }
    },
  );
  return (
    <Section title={t('setAside.title')}>
      {task.state === 'done' ? (
        <Notice
          tone={task.value.outcome === 'done' ? 'good' : 'bad'}
          title={t(`setAside.${task.value.outcome}`, task.value)}
        />
      ) : null}
      <ResourceView
        resource={entries}
        what={t('setAside.what')}
        permission={needs.operations}
      >
        {({ items, totalItems }) =>
          items.length === 0 ? (
            <Empty title={t('setAside.empty')} />
          ) : (
            <>
              <Typography variant="body2" color="textSecondary" paragraph>
                {t('setAside.means')}
              </Typography>
              <DataTable
                label={t('setAside.title')}
                columns={[
                  t('setAside.column.entry'),
                  t('setAside.column.subjects'),
                  t('setAside.column.follower'),
                  t('setAside.column.problem'),
                  t('setAside.column.actions'),
                ]}
              >
                {items.map(entry => (
                  <SetAsideRow
                    key={`${entry.follower} ${entry.index}`}
                    entry={entry}
                    busy={task.state === 'busy'}
                    mayRetry={mayRetry}
                    onRetry={() => retry(entry)}
                  />
                ))}
              </DataTable>
              {totalItems > items.length ? (
                <Typography variant="body2">
                  {t('setAside.shown', {
                    shown: String(items.length),
                    total: String(totalItems),
                  })}
                </Typography>
              ) : null}
            </>
          )
        }
      </ResourceView>
    </Section>
  );
};
