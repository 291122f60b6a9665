import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFreshness } from '@continuity/plugin-continuity-common';
import { Age, Moment } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { Notice } from '../../shared/Notice';

/** How old the graph is that answered; loud when it is older than it may be. */
export const FreshnessNotice = ({ graph }: { graph: GraphFreshness }) => {
  const { t } = useTranslationRef(graphTranslationRef);
  if (graph.state === 'fresh') {
    return graph.readAt ? (
      <Typography variant="caption" component="p">
        {t('fresh.as')} <Age at={graph.readAt} />
      </Typography>
    ) : null;
  }
  return (
    <Notice tone="bad" title={t(`fresh.${graph.state}`)}>
      {graph.readAt ? (
        <>
          {t('fresh.as')} <Moment at={graph.readAt} />.{' '}
        </>
      ) : null}
      {t('fresh.means')}
      {graph.lastProblem ? <p>{graph.lastProblem}</p> : null}
    </Notice>
  );
};
