import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CabAgenda } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useCabAgenda,
  useLiveUpdates,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { Empty } from '../../../shared/Empty';
import { LeaveGuard } from '../../../shared/LeaveGuard';
import { needs } from '../../../shared/permissions';
import { Section } from '../../../shared/Section';
import { AgendaItem } from './AgendaItem';
import { ChoiceFields } from './ChoiceFields';
import { RecordBar } from './RecordBar';
import { useBallot, type Ballot } from './useBallot';

const EVERY_MS = 30_000;

const useStyles = makeStyles(
  { list: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'ContinuityCabAgenda' },
);

const Items = (props: { agenda: CabAgenda; ballot: Ballot }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(cabTranslationRef);
  const { agenda, ballot } = props;
  const { items, more } = agenda;
  const { recording } = ballot;
  const resultOf = (id: string) =>
    recording.state === 'done'
      ? recording.value.find(({ change }) => change === id)
      : undefined;
  return (
    <>
      {items.length === 0 ? (
        <Empty title={t('agenda.empty')} remedy={t('agenda.emptyRemedy')} />
      ) : (
        <>
          <Typography variant="body2" color="textSecondary" paragraph>
            {t('agenda.means')}
          </Typography>
          <ul className={classes.list} aria-label={t('agenda.list')}>
            {items.map(item => (
              <AgendaItem key={item.change.id} item={item}>
                {item.asksCaller ? (
                  <ChoiceFields
                    item={item}
                    choice={ballot.choices[item.change.id]}
                    onChoose={choice => ballot.choose(item.change.id, choice)}
                    result={resultOf(item.change.id)}
                  />
                ) : undefined}
              </AgendaItem>
            ))}
          </ul>
        </>
      )}
      {more ? (
        <Typography variant="body2">{t('agenda.more')}</Typography>
      ) : null}
      <RecordBar items={items} ballot={ballot} />
    </>
  );
};

/** What waits for a board, and where its members decide on it. */
export const AgendaSection = (props: {
  /** Ref. */
  group: string;
  /** Is called when something was decided. */
  onDecided?: () => void;
}) => {
  const { t } = useTranslationRef(cabTranslationRef);
  const agenda = useCabAgenda(props.group);
  const renew = agenda.state === 'loading' ? undefined : agenda.retry;
  useLiveUpdates(() => renew?.(), { about: 'change' }, EVERY_MS);
  const ballot = useBallot(() => {
    renew?.();
    props.onDecided?.();
  });
  const hasChoices = Object.keys(ballot.choices).length > 0;
  const isUnsaved = useCallback(() => hasChoices, [hasChoices]);
  return (
    <Section title={t('agenda.title')}>
      <LeaveGuard active={isUnsaved} />
      <ResourceView
        resource={agenda}
        what={t('agenda.what')}
        permission={needs.change}
        lines={8}
      >
        {found => <Items agenda={found} ballot={ballot} />}
      </ResourceView>
    </Section>
  );
};
