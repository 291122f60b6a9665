import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  GraphFinding,
  GraphFindingsPage,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  ResourceView,
  type Resource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState, type ReactNode } from 'react';
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { CsvButton } from '../../shared/CsvButton';
import { FreshnessNotice } from '../shared/FreshnessNotice';
import { FindingDialogs, type OpenedFinding } from './FindingDialogs';
import { FindingFilterBar } from './FindingFilterBar';
import type { FindingAction } from './FindingRow';
import type { FindingQuestion } from './findingsAddress';

const useStyles = makeStyles(
  { progress: { height: 4 } },
  { name: 'ContinuityFindings' },
);

/** What every page of findings has, whatever stands on it. */
type AnyFindingsPage = Pick<
  GraphFindingsPage,
  'graph' | 'totalItems' | 'hidden' | 'severities' | 'filters' | 'nextCursor'
>;

type OnFindingAction = (action: FindingAction, finding: GraphFinding) => void;

/** What is around findings: filters, pages, the file, and what is done about one of them. */
export const FindingsFrame = <Page extends AnyFindingsPage>(props: {
  title: string;
  question: FindingQuestion;
  page: Resource<Page>;
  set: (part: Partial<FindingQuestion>) => void;
  /** How much of it is shown, in words. */
  count: (page: Page) => string;
  /** Absent: this is the first page. */
  onPrevious?: () => void;
  onNext: (cursor: string) => void;
  children: (page: Page, onAction: OnFindingAction) => ReactNode;
}) => {
  const { question, page } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(findingsTranslationRef);
  const [opened, setOpened] = useState<OpenedFinding>();
  const close = () => setOpened(undefined);
  const { view: _, ...query } = question;
  return (
    <>
      <Section
        title={props.title}
        action={
          <CsvButton
            name="findings.csv"
            load={() => api.exportGraphFindings(query)}
          />
        }
      >
        <FindingFilterBar
          question={question}
          facets={page.state === 'ready' ? page.value : undefined}
          set={props.set}
        />
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
          {value => (
            <>
              <FreshnessNotice graph={value.graph} />
              {value.totalItems === 0 ? (
                <Empty
                  title={t(
                    value.graph.state === 'never-read' ? 'notKnown' : 'empty',
                  )}
                />
              ) : (
                props.children(value, (action, finding) =>
                  setOpened({ action, finding }),
                )
              )}
              <Typography variant="caption" color="textSecondary" component="p">
                {props.count(value)}
                {value.hidden > 0
                  ? ` · ${t('hidden', { count: value.hidden })}`
                  : ''}
              </Typography>
              {props.onPrevious ? (
                <Button onClick={props.onPrevious}>{t('previous')}</Button>
              ) : null}
              {value.nextCursor ? (
                <Button
                  onClick={() => {
                    if (value.nextCursor) props.onNext(value.nextCursor);
                  }}
                >
                  {t('next')}
                </Button>
              ) : null}
            </>
          )}
        </ResourceView>
      </Section>
      <FindingDialogs
        opened={opened}
        onDone={() => {
          close();
          if (page.state === 'ready') page.retry();
        }}
        onClose={close}
      />
    </>
  );
};
