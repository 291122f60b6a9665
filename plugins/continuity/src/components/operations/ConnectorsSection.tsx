import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Connector,
  ConnectorProblem,
  ConnectorPush,
  RetryOutcome,
} from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  StatusMark,
  continuityApiRef,
  type Resource,
  type Tone,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { operationsTranslationRef } from '../../translation/operationsTranslationRef';
import { useChangePaths } from '../changes/shared/useChangePaths';
import { backendWords } from '../shared/backendWords';
import { DataTable } from '../shared/DataTable';
import { Empty } from '../shared/Empty';
import { Notice } from '../shared/Notice';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { useTask } from '../shared/useTask';

const TONES = {
  working: 'good',
  failing: 'bad',
  inactive: 'unknown',
} satisfies Record<string, Tone>;

const Problem = ({ problem }: { problem: ConnectorProblem }) => (
  <>
    {problem.reason}
    <Typography variant="caption" component="div">
      {problem.remedy}
    </Typography>
  </>
);

const ConnectorRow = ({ connector }: { connector: Connector }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  const { active, approvals, failing, pulledAt, pullFailing, title, waiting } =
    connector;
  const isFailing = failing > 0 || pullFailing !== undefined;
  const working = isFailing ? 'failing' : 'working';
  const state = active ? working : 'inactive';
  return (
    <TableRow>
      <TableCell>
        {title}
        <Typography variant="caption" component="div">
          {t(`connectors.approvals.${approvals}`)}
        </Typography>
      </TableCell>
      <TableCell>
        <StatusMark
          tone={TONES[state]}
          label={t(`connectors.state.${state}`)}
        />
      </TableCell>
      <TableCell>{waiting}</TableCell>
      <TableCell>{failing}</TableCell>
      <TableCell>
        {pulledAt ? <Age at={pulledAt} /> : t('connectors.never')}
        {pullFailing ? (
          <div>
            <Problem problem={pullFailing.problem} />
            {t('connectors.pullAgain')} <Age at={pullFailing.retryAt} />.
          </div>
        ) : null}
      </TableCell>
    </TableRow>
  );
};

const ChangeLink = ({ id }: { id: string }) => {
  const paths = useChangePaths();
  return paths ? <Link to={paths.change(id)}>{id}</Link> : <>{id}</>;
};

const PushRow = (props: {
  connector: Connector;
  push: ConnectorPush;
  busy: boolean;
  mayRetry: boolean;
  onRetry: () => void;
}) => {
  const { busy, connector, mayRetry, onRetry, push } = props;
  const { t } = useTranslationRef(operationsTranslationRef);
  return (
    <TableRow>
      <TableCell>
        <ChangeLink id={push.changeId} />
        <div>
          {t('connectors.since')} <Age at={push.since} />
        </div>
      </TableCell>
      <TableCell>{connector.title}</TableCell>
      <TableCell>
        {push.problem ? <Problem problem={push.problem} /> : null}
        {push.attempts > 0 ? (
          <div>{t('connectors.attempts', { count: push.attempts })}</div>
        ) : null}
      </TableCell>
      <TableCell>
        {push.writing ? t('connectors.writing') : null}
        {push.refused ? t('connectors.refused') : null}
        {push.nextAt && !push.writing ? <Age at={push.nextAt} /> : null}
      </TableCell>
      <TableCell>
        <Button
          size="small"
          variant="outlined"
          disabled={busy || push.writing || !connector.active || !mayRetry}
          aria-label={t('connectors.retryOf', {
            change: push.changeId,
            connector: connector.title,
          })}
          onClick={onRetry}
        >
          {t(busy ? 'connectors.retrying' : 'connectors.retry')}
        </Button>
      </TableCell>
    </TableRow>
  );
};

/** What could not be carried over, and what could not become a draft. */
const LeftOver = ({ connectors }: { connectors: readonly Connector[] }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  const left = connectors.flatMap(({ id, title, conflicts, untaken }) => [
    ...conflicts.map(one => ({ ...one, key: `${id} ${one.number}`, title })),
    ...untaken.map(one => ({
      ...one,
      key: `${id} ${one.number}`,
      title,
      changeId: undefined,
    })),
  ]);
  return left.length === 0 ? null : (
    <DataTable
      label={t('connectors.left')}
      columns={[
        t('connectors.column.record'),
        t('connectors.column.change'),
        t('connectors.column.problem'),
      ]}
    >
      {left.map(({ changeId, key, number, problem, title, url }) => (
        <TableRow key={`${key} ${problem.reason}`}>
          <TableCell>
            {title}: <Link to={url}>{number}</Link>
          </TableCell>
          <TableCell>
            {changeId ? <ChangeLink id={changeId} /> : t('connectors.noChange')}
          </TableCell>
          <TableCell>
            <Problem problem={problem} />
          </TableCell>
        </TableRow>
      ))}
    </DataTable>
  );
};

type Tried = { change: string } & (
  | { outcome: RetryOutcome['outcome']; problem: string }
  /** It was refused, or nobody answered. */
  | { outcome: 'notTried'; problem: string }
);

/** Other systems in which changes are kept: what waits, what fails, and trying it again. */
export const ConnectorsSection = (props: {
  connectors: Resource<Connector[]>;
  /** The reader may have it tried again; the page says what it takes. */
  mayRetry: boolean;
  /** After something was tried, whatever came of it. */
  onTried: () => void;
}) => {
  const { connectors, mayRetry, onTried } = props;
  const { t } = useTranslationRef(operationsTranslationRef);
  const api = useApi(continuityApiRef);
  const [task, retry] = useTask(
    async (push: { connector: string; change: string }): Promise<Tried> => {
      const { change } = push;
      try {
        const { outcome, problem = '' } = await api.retryConnectorPush(push);
        return { change, outcome, problem };
      } catch (error) {
        const problem =
          error instanceof Error ? backendWords(error) : String(error);
        return { change, outcome: 'notTried', problem };
      } finally {
        onTried();
      }
    },
  );
  return (
    <Section title={t('connectors.title')}>
      {task.state === 'done' ? (
        <Notice
          tone={task.value.outcome === 'done' ? 'good' : 'bad'}
          title={t(`connectors.${task.value.outcome}`, task.value)}
        />
      ) : null}
      <ResourceView
        resource={connectors}
        what={t('connectors.what')}
        permission={needs.operations}
      >
        {items =>
          items.length === 0 ? (
            <Empty
              title={t('connectors.empty')}
              remedy={t('connectors.emptyRemedy')}
            />
          ) : (
            <>
              <DataTable
                label={t('connectors.title')}
                columns={[
                  t('connectors.column.connector'),
                  t('connectors.column.state'),
                  t('connectors.column.waiting'),
                  t('connectors.column.failing'),
                  t('connectors.column.pulled'),
                ]}
              >
                {items.map(connector => (
                  <ConnectorRow key={connector.id} connector={connector} />
                ))}
              </DataTable>
              {items.some(({ queue }) => queue.length > 0) ? (
                <DataTable
                  label={t('connectors.queue')}
                  columns={[
                    t('connectors.column.change'),
                    t('connectors.column.connector'),
                    t('connectors.column.problem'),
                    t('connectors.column.next'),
                    t('connectors.column.actions'),
                  ]}
                >
                  {items.flatMap(connector =>
                    connector.queue.map(push => (
                      <PushRow
                        key={`${connector.id} ${push.changeId}`}
                        connector={connector}
                        push={push}
                        busy={task.state === 'busy'}
                        mayRetry={mayRetry}
                        onRetry={() =>
                          retry({
                            connector: connector.id,
                            change: push.changeId,
                          })
                        }
                      />
                    )),
                  )}
                </DataTable>
              ) : null}
              <LeftOver connectors={items} />
            </>
          )
        }
      </ResourceView>
    </Section>
  );
};
