import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ApprovalDelegation } from '@continuity/plugin-continuity-common';
import { ResourceView } from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { delegationsTranslationRef } from '../../../translation/delegationsTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { DelegationsTable } from './DelegationsTable';
import { EndDialog } from './EndDialog';
import { GiveSection } from './GiveSection';
import { useDelegations } from './useDelegations';

const useStyles = makeStyles(
  theme => ({
    column: {
      display: 'grid',
      gap: theme.spacing(3),
      alignContent: 'start',
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  }),
  { name: 'ContinuityDelegations' },
);

/** Who decides in the reader's place, in whose place they decide, and giving one's own. */
export const DelegationsContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(delegationsTranslationRef);
  const delegations = useDelegations();
  const [ending, setEnding] = useState<ApprovalDelegation>();
  const renew = () => {
    if (delegations.state !== 'loading') delegations.retry();
  };
  return (
    <>
      <StatusBanner />
      <Grid container spacing={3}>
        <Grid item xs={12} lg={7} className={classes.column}>
          <Section title={t('given')}>
            <ResourceView
              resource={delegations}
              what={t('what')}
              permission={needs.change}
            >
              {({ given }) =>
                given.length === 0 ? (
                  <Empty
                    title={t('empty.given')}
                    remedy={t('empty.givenRemedy')}
                  />
                ) : (
                  <DelegationsTable
                    side="given"
                    delegations={given}
                    onEnd={setEnding}
                  />
                )
              }
            </ResourceView>
          </Section>
          <Section title={t('received')}>
            <ResourceView
              resource={delegations}
              what={t('what')}
              permission={needs.change}
            >
              {({ received }) =>
                received.length === 0 ? (
                  <Empty title={t('empty.received')} />
                ) : (
                  <DelegationsTable side="received" delegations={received} />
                )
              }
            </ResourceView>
          </Section>
        </Grid>
        <Grid item xs={12} lg={5}>
          <GiveSection onDone={renew} />
        </Grid>
      </Grid>
      {ending ? (
        <EndDialog
          delegation={ending}
          onDone={() => {
            setEnding(undefined);
            renew();
          }}
          onClose={() => setEnding(undefined)}
        />
      ) : null}
    </>
  );
};
