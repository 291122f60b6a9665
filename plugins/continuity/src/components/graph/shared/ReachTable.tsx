import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  GraphDirection,
  GraphReachItem,
  GraphReachQuery,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  TierChip,
  useDependencyList,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { DataTable } from '../../shared/DataTable';
import { EntityLink } from '../../shared/EntityLink';
import { needs } from '../../shared/permissions';
import { NodeName, useNodeWord } from './NodeName';
import { OutcomeMark } from './OutcomeMark';
import { useKindWord } from './useKindWord';

const FIRST = 25;
/** The most that the API gives at once. */
const MOST = 200;

export const ReachRow = (props: {
  item: GraphReachItem;
  onPath: (item: GraphReachItem) => void;
}) => {
  const { item, onPath } = props;
  const { node, hops, outcome } = item;
  const { t } = useTranslationRef(graphTranslationRef);
  const word = useNodeWord();
  const kindWord = useKindWord();
  return (
    <TableRow>
      <TableCell>
        <NodeName node={node} />
      </TableCell>
      <TableCell>{kindWord(node)}</TableCell>
      <TableCell>
        <TierChip tier={node.tier} />
      </TableCell>
      <TableCell>
        {node.owner ? <EntityLink entityRef={node.owner} /> : null}
      </TableCell>
      <TableCell>{hops}</TableCell>
      <TableCell>
        <OutcomeMark outcome={outcome} />
      </TableCell>
      <TableCell>
        <Button
          size="small"
          aria-label={t('table.showPath', { name: word(node) })}
          onClick={() => onPath(item)}
        >
          {t('table.path')}
        </Button>
      </TableCell>
    </TableRow>
  );
};

/** Everything in one direction, nearest first; the same as the picture, and all of it. */
export const ReachTable = (props: {
  entityRef: string;
  direction: GraphDirection;
  filter?: Pick<GraphReachQuery, 'owner' | 'tier'>;
  onPath: (item: GraphReachItem) => void;
}) => {
  const { entityRef, direction, filter } = props;
  const { t } = useTranslationRef(graphTranslationRef);
  const [limit, setLimit] = useState(FIRST);
  const [cursors, setCursors] = useState<string[]>([]);
  const page = useDependencyList(entityRef, direction, {
    ...filter,
    limit,
    cursor: cursors[cursors.length - 1],
  });
  return (
    <ResourceView
      resource={page}
      what={t('section.what')}
      permission={needs.graph}
    >
      {({ items, totalItems, hidden, nextCursor }) =>
        totalItems === 0 ? (
          <Typography variant="body2">{t('table.empty')}</Typography>
        ) : (
          <>
            <DataTable
              label={t(`section.${direction}`)}
              columns={[
                t('table.name'),
                t('table.kind'),
                t('table.tier'),
                t('table.owner'),
                t('table.hops'),
                t('table.outcome'),
                t('table.path'),
              ]}
            >
              {items.map(item => (
                <ReachRow
                  key={item.node.id}
                  item={item}
                  onPath={props.onPath}
                />
              ))}
            </DataTable>
            <Typography variant="caption" color="textSecondary" component="p">
              {t('table.count', {
                shown: String(items.length),
                total: String(totalItems),
              })}
              {hidden > 0 ? ` · ${t('counts.hidden', { count: hidden })}` : ''}
            </Typography>
            {cursors.length > 0 ? (
              <Button
                size="small"
                onClick={() => setCursors(past => past.slice(0, -1))}
              >
                {t('table.previous')}
              </Button>
            ) : null}
            {nextCursor ? (
              <Button
                size="small"
                onClick={() => {
                  // More of the beginning first; then page by page.
                  if (limit < MOST) setLimit(MOST);
                  else setCursors(past => [...past, nextCursor]);
                }}
              >
                {t(limit < MOST ? 'table.more' : 'table.next')}
              </Button>
            ) : null}
          </>
        )
      }
    </ResourceView>
  );
};
