import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  continuityCampaignUpdatePermission,
  type Campaign,
} from '@continuity/plugin-continuity-common';
import { Age, Moment } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { EntityLink } from '../../../shared/EntityLink';
import { Fact, Facts, Prose } from '../../../shared/Facts';
import { Marks } from '../../../shared/Marks';
import { Notice } from '../../../shared/Notice';
import { Section } from '../../../shared/Section';
import { useScorecardPaths } from '../../shared/useScorecardPaths';
import { CampaignMark } from '../shared/CampaignMark';
import { LastDay, useDayWords } from '../shared/LastDay';
import { ProgressBar } from '../shared/ProgressBar';
import { targetOf } from '../shared/targetOf';
import { CancelDialog } from './CancelDialog';
import { ScopeWords } from './ScopeWords';

const useStyles = makeStyles(
  theme => ({
    part: { margin: theme.spacing(2, 0) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'ContinuityCampaignHeadline' },
);

const Outcome = ({ campaign }: { campaign: Campaign }) => {
  const { state, concluding, cancellation, endedAt, levelTitle } = campaign;
  const { t } = useTranslationRef(campaignsTranslationRef);
  if (concluding) {
    return (
      <Notice tone="notice" title={t('outcome.concluding')}>
        {t('outcome.concludingMeans')}
      </Notice>
    );
  }
  if (cancellation) {
    return (
      <Notice tone="unknown" title={t('outcome.cancelled')}>
        {cancellation.reason} (<EntityLink entityRef={cancellation.by} />,{' '}
        <Moment at={cancellation.at} />)
      </Notice>
    );
  }
  if (state === 'reached' || state === 'missed') {
    return (
      <Notice
        tone={state === 'reached' ? 'good' : 'bad'}
        title={t(`outcome.${state}`)}
      >
        {t('outcome.frozen')}{' '}
        {endedAt ? (
          <>
            {t('outcome.since')} <Moment at={endedAt} />.
          </>
        ) : null}
      </Notice>
    );
  }
  return levelTitle === undefined ? (
    <Notice tone="bad" title={t('outcome.levelGone')}>
      {t('outcome.levelGoneMeans')}
    </Notice>
  ) : null;
};

const Movements = ({ campaign }: { campaign: Campaign }) => {
  const { joined, left, mayDiffer = 0, counts, total } = campaign;
  const { t } = useTranslationRef(campaignsTranslationRef);
  const sentences = [
    joined > 0 && t('progress.joined', { count: joined }),
    left > 0 && t('progress.left', { count: left }),
    mayDiffer > 0 && t('progress.mayDiffer', { count: mayDiffer }),
    // Who does not see all services must not take theirs for all.
    total !== undefined &&
      total.services !== counts.services &&
      t('progress.total', {
        reached: String(total.reached),
        services: String(total.services),
      }),
  ].filter(Boolean);
  return sentences.length > 0 ? (
    <Typography variant="body2">{sentences.join(' ')}</Typography>
  ) : null;
};

/** What a campaign asks of whom, by when, and how far it is. */
export const CampaignHeadline = (props: {
  campaign: Campaign;
  onDone: () => void;
}) => {
  const { campaign, onDone } = props;
  const { content, counts, may, state, endsAt, updatedAt, updatedBy } =
    campaign;
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const paths = useScorecardPaths();
  const dayWords = useDayWords();
  const [isCancelling, setCancelling] = useState(false);
  const isOpen =
    state === 'planned' || (state === 'running' && !campaign.concluding);
  return (
    <Section title={content.title}>
      <Marks>
        <CampaignMark campaign={campaign} />
        <Typography variant="body2">
          {t('asks', targetOf(campaign))}{' '}
          <LastDay content={content} endsAt={endsAt} />
          {isOpen ? (
            <>
              {' '}
              (<Age at={endsAt} />)
            </>
          ) : null}
        </Typography>
      </Marks>
      <div className={classes.part}>
        <Outcome campaign={campaign} />
        <ProgressBar counts={counts} withLegend />
        <Movements campaign={campaign} />
      </div>
      <Facts>
        <Fact name={t('fact.why')}>
          <Prose>{content.description}</Prose>
        </Fact>
        <Fact name={t('fact.scope')}>
          <ScopeWords content={content} />
        </Fact>
        <Fact name={t('fact.startsOn')}>{dayWords(content.startsOn)}</Fact>
        <Fact name={t('fact.owner')}>
          <EntityLink entityRef={content.owner} />
        </Fact>
        <Fact name={t('fact.reminders')}>
          {content.reminders.length === 0
            ? t('fact.noReminders')
            : t('fact.remindersAre', {
                // Of several the last one is not what is counted.
                count: content.reminders.length > 1 ? 2 : content.reminders[0],
                days: [...content.reminders].sort((a, b) => b - a).join(', '),
              })}
        </Fact>
        <Fact name={t('fact.updated')}>
          <EntityLink entityRef={updatedBy} />, <Moment at={updatedAt} />
        </Fact>
      </Facts>
      {may.change || may.cancel ? (
        <div className={classes.actions}>
          {may.change && paths ? (
            <Button
              component={Link}
              to={paths.editCampaign(campaign.id)}
              variant="outlined"
              size="small"
            >
              {t('page.edit')}
            </Button>
          ) : null}
          {may.cancel ? (
            <Button
              variant="outlined"
              size="small"
              onClick={() => setCancelling(true)}
            >
              {t('cancel.open')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {isOpen && !may.change ? (
        <Typography variant="caption" component="p" color="textSecondary">
          {t('page.mayNot', {
            permission: continuityCampaignUpdatePermission.name,
          })}
        </Typography>
      ) : null}
      {isCancelling ? (
        <CancelDialog
          campaign={campaign}
          onDone={() => {
            setCancelling(false);
            onDone();
          }}
          onClose={() => setCancelling(false)}
        />
      ) : null}
    </Section>
  );
};
