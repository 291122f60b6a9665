import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ResponseError } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import type { Resource } from '../hooks';
import { continuityReactTranslationRef } from '../translation';
import { ToneIcon } from './StatusMark';

const useStyles = makeStyles(
  theme => ({
    line: {
      height: theme.spacing(2),
      margin: theme.spacing(1, 0),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.action.hover,
      '@media (prefers-reduced-motion: no-preference)': {
        animation: '$pulse 1.6s ease-in-out infinite',
      },
    },
    '@keyframes pulse': { '50%': { opacity: 0.4 } },
    failure: {
      display: 'flex',
      gap: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    retry: { marginTop: theme.spacing(1) },
  }),
  { name: 'ContinuityResourceView' },
);

/** Whether the backend refused because the reader lacks a permission. */
export function isForbidden(error: Error): boolean {
  return (
    error.name === 'NotAllowedError' ||
    (ResponseError.is(error) && error.statusCode === 403)
  );
}

/** How the backend refuses an id in the address that is none. */
const MALFORMED_ID = 'id: must match format';

/**
 * Whether the backend does not know what was asked about. An id in the address that none
 * can be, e.g. one that was cut off, is refused as malformed; to whoever looks it is the same.
 */
export function isNotFound(error: Error): boolean {
  if (error.name === 'NotFoundError') return true;
  return (
    ResponseError.is(error) &&
    (error.statusCode === 404 ||
      (error.statusCode === 400 &&
        error.cause.message.startsWith(MALFORMED_ID)))
  );
}

/** What the backend said, where it said something; otherwise what went wrong on the way. */
function explain(error: Error): string {
  return ResponseError.is(error)
    ? `${error.statusCode} ${error.cause.message}`
    : error.message;
}

export interface ResourceViewProps<T> {
  resource: Resource<T>;
  /** What is shown, as a heading would call it; it stands in every message. */
  what: string;
  /** The permission that reading it needs. */
  permission: string;
  /** Lines of the skeleton while it loads. */
  lines?: number;
  /** Shown instead of the error when the backend does not know the thing. */
  notFound?: ReactNode;
  children: (value: T) => ReactNode;
}

/**
 * One part of a page in whichever state it is: loading, failed, forbidden or ready.
 * A part that fails says so by itself and leaves the others standing.
 */
export function ResourceView<T>(props: ResourceViewProps<T>) {
  const { resource, what, permission, lines = 4 } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);

  if (resource.state === 'ready') return <>{props.children(resource.value)}</>;
  if (resource.state === 'loading') {
    return (
      <div role="status" aria-label={t('resource.loading', { what })}>
        {Array.from({ length: lines }, (_, index) => (
          <div key={index} className={classes.line} />
        ))}
      </div>
    );
  }
  if (isForbidden(resource.error)) {
    return (
      <div role="alert">
        <Typography variant="body1">
          {t('resource.forbidden', { what })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('resource.forbiddenRemedy', { permission })}
        </Typography>
      </div>
    );
  }
  const retry = (
    <Button
      className={classes.retry}
      variant="outlined"
      size="small"
      onClick={resource.retry}
    >
      {t('resource.retry')}
    </Button>
  );
  if (props.notFound && isNotFound(resource.error)) {
    return (
      <div role="alert">
        {props.notFound}
        {retry}
      </div>
    );
  }
  return (
    <div role="alert">
      <div className={classes.failure}>
        <ToneIcon tone="bad" />
        <div>
          <Typography variant="body1">
            {t('resource.failed', { what })}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {explain(resource.error)}
          </Typography>
        </div>
      </div>
      {retry}
    </div>
  );
}
