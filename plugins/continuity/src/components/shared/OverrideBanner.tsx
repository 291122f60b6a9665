import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import {
  Moment,
  useOverrides,
  useLiveUpdates,
} from '@continuity/plugin-continuity-react';
import { Fragment } from 'react';
import { continuityTranslationRef } from '../../translation';
import { RuleName } from '../changes/overrides/shared/RuleName';
import { useOverridePaths } from '../changes/overrides/shared/useOverridePaths';
import { useWindowTitles } from '../changes/overrides/shared/useWindowTitles';
import { EntityLink } from './EntityLink';
import { Notice } from './Notice';

const EVERY_MS = 30_000;
/** More at once is a crisis of another kind; the ledger has them all. */
const MOST = 10;

const Names = ({ refs }: { refs: readonly string[] }) => (
  <>
    {refs.map((ref, index) => (
      <Fragment key={ref}>
        {index > 0 ? ', ' : ''}
        <EntityLink entityRef={ref} />
      </Fragment>
    ))}
  </>
);

const InForce = ({ override }: { override: Override }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const paths = useOverridePaths();
  const { entities, environments, regions, rules, end } = override;
  const { incident, reason, requestedBy, approvals } = override;
  const titleOf = useWindowTitles(rules);
  return (
    <li>
      <Names refs={entities} /> {t('override.in')}{' '}
      {[...environments, ...(regions ?? [])].join(', ')}, {t('override.passes')}{' '}
      {rules.map((rule, index) => (
        <Fragment key={rule}>
          {index > 0 ? ', ' : ''}
          <RuleName rule={rule} title={titleOf(rule)} />
        </Fragment>
      ))}
      {end === undefined ? null : (
        <>
          {' '}
          {t('override.until')} <Moment at={end} />
        </>
      )}
      . {t('override.incident', { incident, reason })} {t('override.by')}{' '}
      <Names refs={[requestedBy]} />, {t('override.approvedBy')}{' '}
      <Names refs={approvals.map(({ by }) => by)} />.{' '}
      {paths ? (
        <Link to={paths.override(override.id)}>
          {t('override.open', { incident })}
        </Link>
      ) : null}
    </li>
  );
};

/**
 * Tells, wherever one is, that a break-glass override is in force. Silent otherwise, and
 * where it cannot be asked: then the page itself says what could not be.
 */
export const OverrideBanner = () => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const found = useOverrides({ state: 'in-force', limit: MOST });
  useLiveUpdates(
    () => {
      if (found.state !== 'loading') found.retry();
    },
    { about: 'override' },
    EVERY_MS,
  );
  if (found.state !== 'ready' || found.value.items.length === 0) return null;
  return (
    <Notice tone="bad" title={t('override.title')}>
      <ul>
        {found.value.items.map(override => (
          <InForce key={override.id} override={override} />
        ))}
      </ul>
      {t('override.means')}
    </Notice>
  );
};
