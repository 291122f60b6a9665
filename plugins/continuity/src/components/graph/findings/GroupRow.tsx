import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  GraphFinding,
  GraphFindingGroup,
} from '@continuity/plugin-continuity-common';
import { StatusMark, TierChip } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { findingsTranslationRef } from '../../../translation/findingsTranslationRef';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { SEVERITY_TONES } from '../shared/FindingList';
import { NamedText } from '../shared/NamedText';
import { NodeName, useNodeWord } from '../shared/NodeName';
import type { FindingAction } from './FindingRow';
import { FindingTable } from './FindingTable';

const useStyles = makeStyles(
  theme => ({
    // The row above it has no line of its own to what belongs to it.
    opened: { '& > td': { borderBottom: 'none' } },
    within: {
      '& > td': {
        paddingLeft: theme.spacing(4),
        backgroundColor: theme.palette.action.hover,
      },
    },
  }),
  { name: 'ContinuityFindingGroup' },
);

/** The most critical; the rest is counted. */
const SHOWN = 5;

const Remedy = ({ finding }: { finding: GraphFinding }) => {
  const { t } = useTranslationRef(graphTranslationRef);
  return (
    <Typography variant="body2">
      {t('section.remedy')}:{' '}
      <NamedText text={finding.remedy} mentions={finding.mentions} />
    </Typography>
  );
};

const Effect = ({ group }: { group: GraphFindingGroup }) => {
  const { t } = useTranslationRef(findingsTranslationRef);
  const { affected, kinds, because, findings } = group;
  const shown = affected.items.slice(0, SHOWN);
  return (
    <>
      <Typography variant="body2">
        <strong>
          {kinds
            .map(({ kind, total }) =>
              t('groups.kind', {
                kind: t(`kind.${kind}`),
                total: String(total),
              }),
            )
            .join(' · ')}
        </strong>
      </Typography>
      <Typography variant="body2" component="div">
        {shown.length === 0 ? t('groups.itself') : null}
        {shown.map((node, index) => (
          <span key={node.id}>
            {index > 0 ? ', ' : ''}
            <NodeName node={node} inText />
          </span>
        ))}
        {affected.total > shown.length
          ? ` ${t('groups.more', { count: affected.total - shown.length })}`
          : ''}
      </Typography>
      <Typography variant="caption" component="div">
        {t('because')}: {because}
      </Typography>
      {findings.length > 0 ? <Remedy finding={findings[0]} /> : null}
    </>
  );
};

/** What one change would mend: whom it helps, how bad that is, and each finding on demand. */
export const GroupRow = (props: {
  group: GraphFindingGroup;
  onAction: (action: FindingAction, finding: GraphFinding) => void;
  /** Shows all of its findings one by one, when there are more than come with it. */
  onAll: (entity: string) => void;
}) => {
  const { group, onAction, onAll } = props;
  const { node, severity, severities, total, findings } = group;
  const classes = useStyles();
  const { t } = useTranslationRef(findingsTranslationRef);
  const { t: tGraph } = useTranslationRef(graphTranslationRef);
  const word = useNodeWord();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <TableRow className={open ? classes.opened : undefined}>
        <TableCell>
          <StatusMark
            tone={SEVERITY_TONES[severity]}
            label={tGraph(`severity.${severity}`)}
          />
          <Typography variant="caption" component="div">
            {t('groups.severity', {
              high: String(severities.high),
              medium: String(severities.medium),
              low: String(severities.low),
            })}
          </Typography>
        </TableCell>
        <TableCell>
          <NodeName node={node} />
          <div>
            <TierChip tier={node.tier} />
          </div>
          {node.owner ? (
            <Typography variant="caption" component="div">
              <EntityLink entityRef={node.owner} />
            </Typography>
          ) : null}
        </TableCell>
        <TableCell>
          <Effect group={group} />
        </TableCell>
        <TableCell>
          <Button
            size="small"
            aria-expanded={open}
            aria-controls={id}
            aria-label={t('groups.showOf', { node: word(node) })}
            onClick={() => setOpen(before => !before)}
          >
            {open ? t('groups.hide') : t('groups.show', { count: total })}
          </Button>
        </TableCell>
      </TableRow>
      {open ? (
        <TableRow id={id} className={classes.within}>
          <TableCell colSpan={4}>
            <FindingTable
              label={t('groups.of', { node: word(node) })}
              findings={findings}
              onAction={onAction}
            />
            {node.ref !== undefined && total > findings.length ? (
              <Button
                size="small"
                onClick={() => node.ref !== undefined && onAll(node.ref)}
              >
                {t('groups.all', { count: total })}
              </Button>
            ) : null}
          </TableCell>
        </TableRow>
      ) : null}
    </>
  );
};
