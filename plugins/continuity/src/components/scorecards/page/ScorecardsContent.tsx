import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Scorecards } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useScorecards,
} from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { HeatMapSection } from '../map/HeatMapSection';
import { SummarySection } from '../summary/SummarySection';
import { TrendSection } from '../trend/TrendSection';
import { JudgingNotice } from './JudgingNotice';
import {
  UNFILTERED,
  useScorecardsAddress,
  type ChangeAddress,
  type ScorecardsAddress,
} from './scorecardsAddress';

const useStyles = makeStyles(
  theme => ({ choice: { marginBottom: theme.spacing(3) } }),
  { name: 'ContinuityScorecardChoice' },
);

const Chosen = (props: {
  scorecards: Scorecards;
  address: ScorecardsAddress;
  change: ChangeAddress;
}) => {
  const { scorecards, address, change } = props;
  const { items, judging } = scorecards;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (items.length === 0) {
    return <Empty title={t('choice.none')} remedy={t('choice.noneRemedy')} />;
  }
  const chosen = address.scorecard ?? items[0].id;
  const scorecard = items.find(({ id }) => id === chosen);
  return (
    <>
      <JudgingNotice judging={judging} />
      <Section title={t('choice.label')} className={classes.choice}>
        <ChoiceField
          label={t('choice.label')}
          value={chosen}
          choices={items.map(({ id, title }) => ({ value: id, label: title }))}
          // Levels and checks are those of a scorecard, so filters do not outlive it.
          onChange={id => change({ ...UNFILTERED, scorecard: id })}
        />
        {scorecard?.description ? (
          <Typography variant="body2">{scorecard.description}</Typography>
        ) : null}
      </Section>
      {scorecard ? (
        <Grid container spacing={3} key={scorecard.id}>
          <Grid item xs={12} lg={7}>
            <SummarySection
              scorecard={scorecard}
              address={address}
              change={change}
            />
          </Grid>
          <Grid item xs={12} lg={5}>
            <TrendSection scorecard={scorecard} />
          </Grid>
          <Grid item xs={12}>
            <HeatMapSection
              scorecard={scorecard}
              address={address}
              change={change}
            />
          </Grid>
        </Grid>
      ) : (
        <Empty
          title={t('choice.unknown', { id: chosen })}
          remedy={t('choice.unknownRemedy')}
        />
      )}
    </>
  );
};

/** Where services stand on a scorecard: together, over time, and one by one. */
export const ScorecardsContent = () => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [address, change] = useScorecardsAddress();
  const scorecards = useScorecards();
  return (
    <>
      <StatusBanner />
      <ResourceView
        resource={scorecards}
        what={t('what')}
        permission={needs.scorecard}
        lines={12}
      >
        {value => (
          <Chosen scorecards={value} address={address} change={change} />
        )}
      </ResourceView>
    </>
  );
};
