import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { EntityWindow } from '@continuity/plugin-continuity-common';
import type { CalendarOrigin } from '../api/types';
import { continuityReactTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(8em, max-content) 1fr',
      gap: theme.spacing(1, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
      '& ul': { margin: 0, paddingLeft: theme.spacing(2.5) },
    },
  }),
  { name: 'ContinuityWindowRules' },
);

/** One thing that is said of a window. */
export const WindowFact = (props: { name: string; children: ReactNode }) => (
  <>
    <Typography variant="body2" component="dt">
      {props.name}
    </Typography>
    <Typography variant="body2" component="dd">
      {props.children}
    </Typography>
  </>
);

const isWebAddress = (url: string | undefined): url is string =>
  /^https?:\/\//i.test(url ?? '');

const WebLink = (props: { href: string; children: ReactNode }) => (
  <Link href={props.href} target="_blank" rel="noopener noreferrer">
    {props.children}
  </Link>
);

const originKeys = {
  catalog: 'rules.originCatalog',
  feed: 'rules.originFeed',
  portal: 'rules.originPortal',
  'business-function': 'rules.originBusinessFunction',
} as const;

/** Where a window comes from, and the way to where it is edited. */
export const OriginText = (props: {
  origin: CalendarOrigin;
  /** Where a window made in the portal is edited. */
  editPath?: string;
}) => {
  const { origin, editPath } = props;
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return (
    <>
      {t(originKeys[origin.kind])}
      {origin.url ? ` (${origin.url})` : ''}
      {isWebAddress(origin.editUrl) ? (
        <>
          {' · '}
          <WebLink href={origin.editUrl}>{t('rules.editSource')}</WebLink>
        </>
      ) : null}
      {origin.kind === 'portal' && editPath ? (
        <>
          {' · '}
          <Link component={RouterLink} to={editPath}>
            {t('rules.editPortal')}
          </Link>
        </>
      ) : null}
    </>
  );
};

export interface WindowRulesProps {
  window: Pick<
    EntityWindow,
    | 'effect'
    | 'enforcement'
    | 'onRunning'
    | 'rollbacksExempt'
    | 'origin'
    | 'link'
    | 'degraded'
  >;
  /** Where a window made in the portal is edited. */
  editPath?: string;
  /** Stands between the rules and where the window comes from; `WindowFact`s. */
  children?: ReactNode;
}

/**
 * What a window means, in sentences: what it does to a release, to a deployment that is
 * under way and to a rollback, and where it comes from.
 */
export const WindowRules = (props: WindowRulesProps) => {
  const { window, editPath, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  return (
    <dl className={classes.facts}>
      <WindowFact name={t('rules.effect')}>
        {t(`rules.${window.effect}.${window.enforcement}`)}
      </WindowFact>
      <WindowFact name={t('rules.running')}>
        {t(`rules.onRunning.${window.onRunning}`)}
      </WindowFact>
      <WindowFact name={t('rules.rollbacks')}>
        {t(
          window.rollbacksExempt
            ? 'rules.rollbacksExempt'
            : 'rules.rollbacksBound',
        )}
      </WindowFact>
      {children}
      <WindowFact name={t('rules.origin')}>
        <OriginText origin={window.origin} editPath={editPath} />
        {window.degraded ? (
          <Typography variant="body2">{t('rules.degraded')}</Typography>
        ) : null}
      </WindowFact>
      {isWebAddress(window.link) ? (
        <WindowFact name={t('rules.link')}>
          <WebLink href={window.link}>{window.link}</WebLink>
        </WindowFact>
      ) : null}
    </dl>
  );
};
