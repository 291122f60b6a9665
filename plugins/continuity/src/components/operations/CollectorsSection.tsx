import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Collector,
  CollectorProblem,
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
import { useState } from 'react';
import { operationsTranslationRef } from '../../translation/operationsTranslationRef';
import { backendWords } from '../shared/backendWords';
import { DataTable } from '../shared/DataTable';
import { Empty } from '../shared/Empty';
import { EntityLink } from '../shared/EntityLink';
import { Notice } from '../shared/Notice';
import { needs } from '../shared/permissions';
import { Section } from '../shared/Section';
import { useTask } from '../shared/useTask';

const TONES = {
  working: 'good',
  partly: 'notice',
  failing: 'bad',
  never: 'unknown',
  inactive: 'unknown',
} satisfies Record<string, Tone>;

function stateOf({
  active,
  completedAt,
  failing,
  problemCount,
}: Collector): keyof typeof TONES {
  if (!active) return 'inactive';
  if (failing) return 'failing';
  if (problemCount > 0) return 'partly';
  return completedAt ? 'working' : 'never';
}

const Reason = (props: { reason: string; remedy: string }) => (
  <>
    {props.reason}
    <Typography variant="caption" component="div">
      {props.remedy}
    </Typography>
  </>
);

const Next = ({ at }: { at: string }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  return Date.parse(at) > Date.now() ? (
    <Age at={at} />
  ) : (
    <>{t('collectors.soon')}</>
  );
};

const CollectorRow = (props: {
  collector: Collector;
  busy: boolean;
  mayRun: boolean;
  onRun: () => void;
}) => {
  const { busy, collector, mayRun, onRun } = props;
  const { t } = useTranslationRef(operationsTranslationRef);
  const { active, failing, finishedAt, nextAt, running, title } = collector;
  const { accepted, refused, unchanged } = collector.reports;
  const state = stateOf(collector);
  return (
    <TableRow>
      <TableCell>
        {title}
        <Typography variant="caption" component="div">
          {collector.kinds.join(', ')}
        </Typography>
      </TableCell>
      <TableCell>
        <StatusMark
          tone={TONES[state]}
          label={t(`collectors.state.${state}`)}
        />
        {failing ? (
          <div>
            <Reason {...failing} />
            {t('collectors.since')} <Age at={failing.since} />
          </div>
        ) : null}
      </TableCell>
      <TableCell>
        {finishedAt ? <Age at={finishedAt} /> : t('collectors.never')}
        {finishedAt ? (
          <div>
            {t('collectors.reports', {
              accepted: String(accepted),
              refused: String(refused),
              unchanged: String(unchanged),
            })}
          </div>
        ) : null}
      </TableCell>
      <TableCell>
        {running ? t('collectors.running') : null}
        {nextAt && !running ? <Next at={nextAt} /> : null}
      </TableCell>
      <TableCell>
        <Button
          size="small"
          variant="outlined"
          disabled={busy || running || !active || !mayRun}
          aria-label={t('collectors.runOf', { title })}
          onClick={onRun}
        >
          {t(busy ? 'collectors.asking' : 'collectors.run')}
        </Button>
      </TableCell>
    </TableRow>
  );
};

const About = ({ problem }: { problem: CollectorProblem }) => {
  const { entityRef, environment, place, region } = problem;
  const where = [environment, region, place].flatMap(part => part ?? []);
  return (
    <>
      {entityRef ? <EntityLink entityRef={entityRef} /> : null}
      <div>{where.join(', ')}</div>
    </>
  );
};

/** Problems that are shown before anybody asks for more. */
const AT_FIRST = 10;

/** What collectors cannot see: nothing is known of that, and nothing passes by it. */
const Unseen = ({ collectors }: { collectors: readonly Collector[] }) => {
  const { t } = useTranslationRef(operationsTranslationRef);
  const problems = collectors.flatMap(({ id, title, problems: own }) =>
    own.map(problem => ({ id, title, problem })),
  );
  const total = collectors.reduce((sum, one) => sum + one.problemCount, 0);
  const [isOpen, setOpen] = useState(false);
  if (problems.length === 0) return null;
  const shown = isOpen ? problems : problems.slice(0, AT_FIRST);
  return (
    <>
      <DataTable
        label={t('collectors.unseen')}
        columns={[
          t('collectors.column.about'),
          t('collectors.column.collector'),
          t('collectors.column.problem'),
          t('collectors.column.since'),
        ]}
      >
        {shown.map(({ id, title, problem }) => (
          <TableRow
            key={[
              id,
              problem.entityRef,
              problem.environment,
              problem.region,
              problem.place,
            ].join(' ')}
          >
            <TableCell>
              <About problem={problem} />
            </TableCell>
            <TableCell>{title}</TableCell>
            <TableCell>
              <Reason {...problem} />
            </TableCell>
            <TableCell>
              <Age at={problem.since} />
            </TableCell>
          </TableRow>
        ))}
      </DataTable>
      {total > shown.length ? (
        <Typography variant="caption">
          {t('collectors.shown', {
            shown: String(shown.length),
            total: String(total),
          })}
        </Typography>
      ) : null}
      {problems.length > AT_FIRST ? (
        <Button
          size="small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'collectors.fewer' : 'collectors.more')}
        </Button>
      ) : null}
    </>
  );
};

type Asked = { title: string; problem?: string };

/** What asks other systems what they see of services: how it does, and having it run. */
export const CollectorsSection = (props: {
  collectors: Resource<Collector[]>;
  /** The reader may have one run; the page says what it takes. */
  mayRun: boolean;
  /** After one was asked to run, whatever came of it. */
  onAsked: () => void;
}) => {
  const { collectors, mayRun, onAsked } = props;
  const { t } = useTranslationRef(operationsTranslationRef);
  const api = useApi(continuityApiRef);
  const [task, run] = useTask(
    async ({ id, title }: Collector): Promise<Asked> => {
      try {
        await api.runCollector(id);
        return { title };
      } catch (error) {
        const problem =
          error instanceof Error ? backendWords(error) : String(error);
        return { title, problem };
      } finally {
        onAsked();
      }
    },
  );
  return (
    <Section title={t('collectors.title')}>
      {task.state === 'done' ? (
        <Notice
          tone={task.value.problem === undefined ? 'good' : 'bad'}
          title={
            task.value.problem === undefined
              ? t('collectors.asked', { title: task.value.title })
              : t('collectors.notAsked', {
                  title: task.value.title,
                  problem: task.value.problem,
                })
          }
        />
      ) : null}
      <ResourceView
        resource={collectors}
        what={t('collectors.what')}
        permission={needs.operations}
      >
        {items =>
          items.length === 0 ? (
            <Empty
              title={t('collectors.empty')}
              remedy={t('collectors.emptyRemedy')}
            />
          ) : (
            <>
              <DataTable
                label={t('collectors.title')}
                columns={[
                  t('collectors.column.collector'),
                  t('collectors.column.state'),
                  t('collectors.column.ran'),
                  t('collectors.column.next'),
                  t('collectors.column.actions'),
                ]}
              >
                {items.map(collector => (
                  <CollectorRow
                    key={collector.id}
                    collector={collector}
                    busy={task.state === 'busy'}
                    mayRun={mayRun}
                    onRun={() => run(collector)}
                  />
                ))}
              </DataTable>
              <Unseen collectors={items} />
            </>
          )
        }
      </ResourceView>
    </Section>
  );
};
