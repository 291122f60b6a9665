import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  EntityDependencies,
  GraphCountedGroup,
  GraphDirection,
  GraphReachItem,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useDependencies,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { GraphPictureView } from '../picture/GraphPictureView';
import { CountsView } from '../shared/CountsView';
import { FindingList } from '../shared/FindingList';
import { FreshnessNotice } from '../shared/FreshnessNotice';
import { NodeName, useNodeWord } from '../shared/NodeName';
import { NodePath } from './NodePath';
import { PathDialog } from '../shared/PathDialog';
import { ReachTable } from '../shared/ReachTable';
import { useGraphPaths } from '../shared/useGraphPaths';
import { Objectives } from './Objectives';

const useStyles = makeStyles(
  theme => ({
    heading: { margin: theme.spacing(3, 0, 1) },
    groups: { margin: 0, paddingLeft: theme.spacing(3) },
  }),
  { name: 'ContinuityDependencies' },
);

const Groups = ({ groups }: Pick<EntityDependencies, 'groups'>) => {
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  if (!groups || groups.length === 0) return null;
  return (
    <>
      <Typography
        variant="subtitle1"
        component="h3"
        className={classes.heading}
      >
        {t('section.groups')}
      </Typography>
      <ul className={classes.groups}>
        {groups.map(({ name, minAvailable, members }) => (
          <li key={name}>
            {t('section.group', {
              name,
              min: String(minAvailable),
              size: String(members.length),
            })}
            {' – '}
            {members.map((node, index) => (
              <span key={node.id}>
                {index > 0 ? ', ' : ''}
                <NodeName node={node} inText />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
};

/** One direction: how many, who, and everything as a table on demand. */
const Direction = (props: {
  value: EntityDependencies;
  entityRef: string;
  direction: GraphDirection;
  filter?: GraphCountedGroup['filter'];
  onPath: (item: GraphReachItem) => void;
}) => {
  const { value, direction, entityRef, filter } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  const { counts } = value[direction];
  const [open, setOpen] = useState(false);
  const shown = open || filter !== undefined;
  return (
    <section aria-label={t(`section.${direction}`)}>
      <Typography
        variant="subtitle1"
        component="h3"
        className={classes.heading}
      >
        {t(`section.${direction}`)}
      </Typography>
      <Typography variant="body2" paragraph>
        {t(`section.${direction}Lead`, { count: counts.total })}
      </Typography>
      {counts.total > 0 ? (
        <>
          <CountsView counts={counts} />
          <Button
            size="small"
            aria-expanded={shown}
            onClick={() => setOpen(!shown)}
          >
            {t('table.label')}
          </Button>
          {shown ? (
            <ReachTable
              key={JSON.stringify(filter ?? {})}
              entityRef={entityRef}
              direction={direction}
              filter={filter && { owner: filter.owner, tier: filter.tier }}
              onPath={props.onPath}
            />
          ) : null}
        </>
      ) : null}
    </section>
  );
};

const Known = (props: { value: EntityDependencies; entityRef: string }) => {
  const { value, entityRef } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  const word = useNodeWord();
  const paths = useGraphPaths();
  const [path, setPath] = useState<GraphReachItem>();
  const [pressed, setPressed] = useState<string>();
  const [group, setGroup] = useState<GraphCountedGroup>();
  const drawn = value.picture.nodes.find(({ node }) => node.id === pressed);
  const { findings, totalFindings } = value;
  return (
    <>
      <FreshnessNotice graph={value.graph} />
      {findings.length === 0 ? (
        <Typography variant="body1">{t('section.noFindings')}</Typography>
      ) : (
        <FindingList label={t('section.findings')} findings={findings} />
      )}
      {totalFindings > findings.length && paths ? (
        <Button
          size="small"
          component={Link}
          to={paths.findings({ entity: entityRef, view: 'each' })}
        >
          {t('section.moreFindings')} ({totalFindings})
        </Button>
      ) : null}
      <Objectives availability={value.availability} recovery={value.recovery} />
      <Typography
        variant="subtitle1"
        component="h3"
        className={classes.heading}
      >
        {t('section.picture')}
      </Typography>
      <GraphPictureView
        picture={value.picture}
        reading="neighbourhood"
        label={t('picture.label', { name: word(value.node) })}
        chosen={pressed}
        onNode={node => setPressed(node.id)}
        onGroup={setGroup}
      />
      {drawn ? <NodePath entityRef={entityRef} drawn={drawn} /> : null}
      {(['dependants', 'dependencies'] as const).map(direction => (
        <Direction
          key={direction}
          value={value}
          entityRef={entityRef}
          direction={direction}
          filter={group?.direction === direction ? group.filter : undefined}
          onPath={setPath}
        />
      ))}
      <Groups groups={value.groups} />
      {path ? (
        <PathDialog
          node={path.node}
          path={path.path}
          onClose={() => setPath(undefined)}
        />
      ) : null}
    </>
  );
};

/** What depends on the service, what it depends on, and what cannot hold, findings first. */
export const DependenciesSection = ({ entityRef }: { entityRef: string }) => {
  const { t } = useTranslationRef(graphTranslationRef);
  const dependencies = useDependencies(entityRef);
  const paths = useGraphPaths();
  return (
    <Section
      title={t('section.title')}
      action={
        paths ? (
          <Button
            size="small"
            component={Link}
            to={paths.explore({ down: [entityRef] })}
          >
            {t('section.explore')}
          </Button>
        ) : undefined
      }
    >
      <ResourceView
        resource={dependencies}
        what={t('section.what')}
        permission={needs.graph}
        lines={8}
      >
        {value =>
          value.inGraph ? (
            <Known value={value} entityRef={entityRef} />
          ) : (
            <>
              <FreshnessNotice graph={value.graph} />
              <Empty
                title={t('section.unknown')}
                remedy={t('section.unknownRemedy')}
              />
            </>
          )
        }
      </ResourceView>
    </Section>
  );
};
