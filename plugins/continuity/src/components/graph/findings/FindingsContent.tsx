import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  useGraphFindingGroups,
  useGraphFindings,
} from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { StatusBanner } from '../../shared/StatusBanner';
import { FindingsFrame } from './FindingsFrame';
import { FindingTable } from './FindingTable';
import { useFindingFilters, type FindingQuestion } from './findingsAddress';
import { GroupRow } from './GroupRow';

const LIMIT = 50;

interface ViewProps {
  question: FindingQuestion;
  set: (part: Partial<FindingQuestion>) => void;
}

/** Pages behind the first are of one question; another one begins anew. */
function usePaging({ question: { view: _, ...filters }, set }: ViewProps) {
  const [cursors, setCursors] = useState<string[]>([]);
  return {
    query: { ...filters, limit: LIMIT, cursor: cursors[cursors.length - 1] },
    frame: {
      set: (part: Partial<FindingQuestion>) => {
        setCursors([]);
        set(part);
      },
      onNext: (cursor: string) => setCursors(past => [...past, cursor]),
      ...(cursors.length > 0 && {
        onPrevious: () => setCursors(past => past.slice(0, -1)),
      }),
    },
  };
}

const ByWhatWouldMend = (props: ViewProps) => {
  const { t } = useTranslationRef(findingsTranslationRef);
  const { query, frame } = usePaging(props);
  const page = useGraphFindingGroups(query);
  return (
    <FindingsFrame
      title={t('groups.title')}
      question={props.question}
      page={page}
      {...frame}
      count={({ items, totalItems, totalFindings }) =>
        t('groups.count', {
          shown: String(items.length),
          total: String(totalItems),
          findings: String(totalFindings),
        })
      }
    >
      {({ items }, onAction) => (
        <DataTable
          label={t('groups.title')}
          columns={[
            t('column.severity'),
            t('column.mend'),
            t('column.effect'),
            t('column.actions'),
          ]}
        >
          {items.map(group => (
            <GroupRow
              key={group.node.id}
              group={group}
              onAction={onAction}
              onAll={entity => props.set({ entity, view: 'each' })}
            />
          ))}
        </DataTable>
      )}
    </FindingsFrame>
  );
};

const OneByOne = (props: ViewProps) => {
  const { t } = useTranslationRef(findingsTranslationRef);
  const { query, frame } = usePaging(props);
  const page = useGraphFindings(query);
  return (
    <FindingsFrame
      title={t('title')}
      question={props.question}
      page={page}
      {...frame}
      count={({ items, totalItems }) =>
        t('count', {
          shown: String(items.length),
          total: String(totalItems),
        })
      }
    >
      {({ items }, onAction) => (
        <FindingTable label={t('title')} findings={items} onAction={onAction} />
      )}
    </FindingsFrame>
  );
};

/** What cannot hold in the fleet: by what would mend most, or one by one. */
export const FindingsContent = () => {
  const [question, set] = useFindingFilters();
  const View = question.view === 'each' ? OneByOne : ByWhatWouldMend;
  return (
    <>
      <StatusBanner />
      <View question={question} set={set} />
    </>
  );
};
