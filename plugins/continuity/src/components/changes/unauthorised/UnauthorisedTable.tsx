import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { UnauthorisedDeployment } from '@continuity/plugin-continuity-common';
import {
  Age,
  MomentText,
  StatusMark,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { unauthorisedTranslationRef } from '../../../translation/unauthorisedTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { DataTable } from '../../shared/DataTable';
import { EntityLink } from '../../shared/EntityLink';
import { Digest } from '../shared/Digest';
import { useChangePaths } from '../shared/useChangePaths';

const useStyles = makeStyles(
  theme => ({
    why: { minWidth: 240, overflowWrap: 'anywhere' },
    act: { marginTop: theme.spacing(1) },
  }),
  { name: 'ContinuityUnauthorisedTable' },
);

type Deployment = UnauthorisedDeployment;

/** Where the next step is taken: in the draft that there is, or in a new change. */
const Way = ({ deployment }: { deployment: Deployment }) => {
  const { changeId, entityRef, resolvedBy } = deployment;
  const { t } = useTranslationRef(unauthorisedTranslationRef);
  const paths = useChangePaths();
  if (!paths) return null;
  if (changeId) return <Link to={paths.change(changeId)}>{t('draft')}</Link>;
  return resolvedBy ? null : (
    <Link to={paths.raise(entityRef)}>{t('raise')}</Link>
  );
};

const Answer = (props: { deployment: Deployment; onAnswer?: () => void }) => {
  const { deployment, onAnswer } = props;
  const { resolvedBy, resolvedAt, resolution } = deployment;
  const classes = useStyles();
  const { t } = useTranslationRef(unauthorisedTranslationRef);
  if (resolvedBy) {
    return (
      <>
        <StatusMark tone="good" label={t('answered')} />
        <Typography variant="caption" component="div">
          <EntityLink entityRef={resolvedBy} />
          {resolvedAt ? (
            <>
              , <Age at={resolvedAt} />
            </>
          ) : null}
        </Typography>
        <Typography variant="body2">{resolution}</Typography>
      </>
    );
  }
  return (
    <>
      <StatusMark tone="bad" label={t('unanswered')} />
      {onAnswer ? (
        <div className={classes.act}>
          <Button
            size="small"
            variant="outlined"
            aria-label={t('answerOf', {
              entity: shortRef(deployment.entityRef),
              version: deployment.version,
              environment: deployment.environment,
            })}
            onClick={onAnswer}
          >
            {t('answer')}
          </Button>
        </div>
      ) : null}
    </>
  );
};

const DeploymentRow = (props: {
  deployment: Deployment;
  onAnswer?: () => void;
}) => {
  const { deployment } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(unauthorisedTranslationRef);
  const { entityRef, environment, region, version, artifactDigest } =
    deployment;
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        <EntityLink entityRef={entityRef} />
        <Typography variant="body2">
          {[version, environment, region].filter(Boolean).join(', ')}
        </Typography>
        {artifactDigest ? (
          <Typography variant="caption" component="p" color="textSecondary">
            <Digest digest={artifactDigest} />
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        <Age at={deployment.openedAt} />
        {deployment.times > 1 ? (
          <Typography variant="caption" component="p">
            {t('times', { count: deployment.times })}{' '}
            <Age at={deployment.lastSeenAt} />
          </Typography>
        ) : null}
      </TableCell>
      <TableCell className={classes.why}>
        <Typography variant="body2">
          <MomentText text={deployment.reason} />
        </Typography>
        {deployment.remedy ? (
          <Typography variant="body2">
            <strong>{t('remedy')}:</strong> {deployment.remedy}
          </Typography>
        ) : null}
        <Way deployment={deployment} />
      </TableCell>
      <TableCell>
        <Answer deployment={deployment} onAnswer={props.onAnswer} />
      </TableCell>
    </TableRow>
  );
};

/** Deployments without a change as a table. */
export const UnauthorisedTable = (props: {
  deployments: readonly Deployment[];
  /** Absent: the reader may answer for none. */
  onAnswer?: (deployment: Deployment) => void;
}) => {
  const { deployments, onAnswer } = props;
  const { t } = useTranslationRef(unauthorisedTranslationRef);
  return (
    <DataTable
      label={t('title')}
      columns={[
        t('column.deployment'),
        t('column.seen'),
        t('column.why'),
        t('column.answer'),
      ]}
    >
      {deployments.map(deployment => (
        <DeploymentRow
          key={deployment.id}
          deployment={deployment}
          onAnswer={onAnswer && (() => onAnswer(deployment))}
        />
      ))}
    </DataTable>
  );
};
