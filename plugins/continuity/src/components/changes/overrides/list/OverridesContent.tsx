import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Link } from 'react-router-dom';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { ChoiceField } from '../../../shared/ChoiceField';
import { Empty } from '../../../shared/Empty';
import { Section } from '../../../shared/Section';
import { StatusBanner } from '../../../shared/StatusBanner';
import {
  OPEN_OVERRIDES,
  OVER_OVERRIDES,
  OVERRIDE_STATES,
} from '../shared/overrideStates';
import { useMayAsk } from '../shared/useMayAsk';
import { useOverridePaths } from '../shared/useOverridePaths';
import { OverridesList } from './OverridesList';
import { useOverrideFilter } from './useOverrideFilter';

const useStyles = makeStyles(
  theme => ({
    filter: { margin: theme.spacing(2, 0) },
    heading: { margin: theme.spacing(3, 0, 1) },
  }),
  { name: 'ContinuityOverrides' },
);

/** All of them: those in which somebody still has to act come first. */
const Everything = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(overridesTranslationRef);
  const heading = (text: string) => (
    <Typography variant="subtitle1" component="h3" className={classes.heading}>
      {text}
    </Typography>
  );
  return (
    <>
      {heading(t('open'))}
      <OverridesList
        label={t('open')}
        states={OPEN_OVERRIDES}
        empty={<Empty title={t('empty.open')} remedy={t('empty.openRemedy')} />}
      />
      {heading(t('over'))}
      <OverridesList
        label={t('over')}
        states={OVER_OVERRIDES}
        empty={<Empty title={t('empty.over')} />}
      />
    </>
  );
};

/** Break-glass overrides: what is passed over, why, and who still has to act. */
export const OverridesContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(overridesTranslationRef);
  const paths = useOverridePaths();
  const mayAsk = useMayAsk();
  const [state, choose] = useOverrideFilter();
  return (
    <>
      <StatusBanner />
      <Section
        title={t('title')}
        action={
          paths && mayAsk ? (
            <Button
              component={Link}
              to={paths.ask()}
              variant="contained"
              color="primary"
            >
              {t('ask')}
            </Button>
          ) : null
        }
      >
        <Typography variant="body2" color="textSecondary">
          {t('means')}
        </Typography>
        <div
          className={classes.filter}
          role="search"
          aria-label={t('filter.title')}
        >
          <ChoiceField
            label={t('filter.state')}
            any={t('filter.any')}
            value={state}
            choices={OVERRIDE_STATES.map(value => ({
              value,
              label: t(`state.${value}`),
            }))}
            onChange={choose}
          />
        </div>
        {state ? (
          <OverridesList
            key={state}
            label={t(`state.${state}`)}
            states={[state]}
            empty={
              <Empty
                title={t('empty.filtered')}
                remedy={t('empty.filteredRemedy')}
              />
            }
          />
        ) : (
          <Everything />
        )}
      </Section>
    </>
  );
};
