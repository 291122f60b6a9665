import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphStatus } from '@continuity/plugin-continuity-common';
import { formatDuration, useReader } from '@continuity/plugin-continuity-react';
import Checkbox from '@material-ui/core/Checkbox';
import Chip from '@material-ui/core/Chip';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { exploreTranslationRef } from '../../../translation/exploreTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { useTitles } from '../../shared/useTitles';
import { EntitySearch } from '../shared/EntitySearch';
import { CAUSES, LENGTHS, type ExploreQuestion } from './exploreQuestion';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
    },
    search: { flex: '1 1 240px', maxWidth: 360 },
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1.5, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
    chip: { margin: 0 },
  }),
  { name: 'ContinuityExploreForm' },
);

/** What is down, for how long and why. */
export const ExploreForm = (props: {
  question: ExploreQuestion;
  change: (part: Partial<ExploreQuestion>) => void;
  /** Absent until they are known. */
  regions?: GraphStatus['regions'];
}) => {
  const { question, change } = props;
  const { down, regions, duration } = question;
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const { locale } = useReader();
  const titleOf = useTitles(down);
  return (
    <form
      aria-label={t('form.label')}
      onSubmit={event => event.preventDefault()}
    >
      <div className={classes.fields}>
        <div className={classes.search}>
          <EntitySearch
            label={t('form.down')}
            onChoose={ref =>
              change({ down: [...down.filter(other => other !== ref), ref] })
            }
          />
        </div>
        <ChoiceField
          label={t('form.region')}
          any={t('form.addRegion')}
          choices={(props.regions ?? [])
            .filter(({ name }) => !regions.includes(name))
            .map(({ name, entities }) => ({
              value: name,
              label: t('form.regionOf', { name, entities: String(entities) }),
            }))}
          onChange={name => {
            if (name) change({ regions: [...regions, name] });
          }}
        />
        <ChoiceField
          label={t('form.duration')}
          any={t('form.noDuration')}
          value={duration}
          choices={LENGTHS.map(value => ({
            value,
            label: formatDuration(value, locale),
          }))}
          onChange={chosen =>
            change({ duration: LENGTHS.find(value => value === chosen) })
          }
        />
        <ChoiceField
          label={t('form.cause')}
          value={question.cause}
          choices={CAUSES.map(value => ({
            value,
            label: t(`form.causes.${value}`),
          }))}
          onChange={chosen => {
            const cause = CAUSES.find(value => value === chosen);
            if (cause) change({ cause });
          }}
        />
        {duration ? (
          <FormControlLabel
            label={t('form.breached')}
            control={
              <Checkbox
                color="primary"
                checked={question.breached}
                onChange={event => change({ breached: event.target.checked })}
              />
            }
          />
        ) : null}
      </div>
      {down.length + regions.length > 0 ? (
        <ul className={classes.chips} aria-label={t('form.isDown')}>
          {down.map(ref => (
            <li key={ref}>
              <Chip
                className={classes.chip}
                label={titleOf(ref)}
                title={ref}
                onDelete={() =>
                  change({ down: down.filter(other => other !== ref) })
                }
              />
            </li>
          ))}
          {regions.map(name => (
            <li key={`region ${name}`}>
              <Chip
                className={classes.chip}
                label={t('form.wholeRegion', { name })}
                onDelete={() =>
                  change({ regions: regions.filter(other => other !== name) })
                }
              />
            </li>
          ))}
        </ul>
      ) : null}
    </form>
  );
};
