import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ResourceView, useEvidence } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { needs } from '../../shared/permissions';
import { EvidencePiece, OlderEvidencePiece } from './EvidencePiece';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: theme.spacing(0.5, 0) },
  }),
  { name: 'ContinuityCheckEvidence' },
);

/** The newest of each kind and place; what is older is asked for by its id. */
const LIMIT = 100;

/** Pieces that are shown at once; a rate over a year may rest on hundreds. */
const AT_ONCE = 10;

const Known = (props: { entityRef: string; ids: readonly string[] }) => {
  const { entityRef, ids } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const [shown, setShown] = useState(AT_ONCE);
  const latest = useEvidence(entityRef, { latest: true, limit: LIMIT });
  return (
    <ResourceView
      resource={latest}
      what={t('check.evidenceWhat')}
      permission={needs.evidence}
      lines={1}
    >
      {({ items }) => {
        const more = Math.min(AT_ONCE, ids.length - shown);
        return (
          <>
            <ul className={classes.list} aria-label={t('check.evidence')}>
              {ids.slice(0, shown).map(id => {
                const evidence = items.find(item => item.id === id);
                return (
                  <li key={id} className={classes.item}>
                    {evidence ? (
                      <EvidencePiece evidence={evidence} />
                    ) : (
                      <OlderEvidencePiece id={id} />
                    )}
                  </li>
                );
              })}
            </ul>
            {more > 0 ? (
              <Button
                size="small"
                onClick={() => setShown(before => before + AT_ONCE)}
              >
                {t('check.more', { count: more })}
              </Button>
            ) : null}
          </>
        );
      }}
    </ResourceView>
  );
};

/** The evidence that a verdict rests on; it is asked for when somebody looks. */
export const CheckEvidence = (props: {
  entityRef: string;
  ids: readonly string[];
}) => {
  const { t } = useTranslationRef(scorecardTranslationRef);
  return props.ids.length === 0 ? (
    <>{t('check.noEvidence')}</>
  ) : (
    <Known {...props} />
  );
};
