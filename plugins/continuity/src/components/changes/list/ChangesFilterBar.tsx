import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityReactTranslationRef } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { ChoiceField, shortRef } from '../../shared/ChoiceField';
import { isFiltered, type ChangesAddress } from '../address/changesAddress';
import { CLASSES, STATES } from '../shared/states';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'ContinuityChangesFilters' },
);

/** Narrows what is shown; what is chosen is in the address. */
export const ChangesFilterBar = (props: {
  address: ChangesAddress;
  change: (part: Partial<ChangesAddress>) => void;
}) => {
  const { address, change } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changesTranslationRef);
  const { t: tShared } = useTranslationRef(continuityReactTranslationRef);
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('filter.title')}
    >
      {address.layout === 'board' ? null : (
        <ChoiceField
          label={t('filter.state')}
          any={t('filter.any')}
          value={address.state}
          choices={[
            { value: 'open', label: t('filter.open') },
            ...STATES.map(value => ({ value, label: t(`state.${value}`) })),
          ]}
          onChange={chosen =>
            change({
              state: (['open', ...STATES] as const).find(one => one === chosen),
            })
          }
        />
      )}
      <ChoiceField
        label={t('filter.class')}
        any={t('filter.any')}
        value={address.class}
        choices={CLASSES.map(value => ({
          value,
          label: tShared(`releaseClass.${value}`),
        }))}
        onChange={chosen =>
          change({ class: CLASSES.find(value => value === chosen) })
        }
      />
      {address.entity ? (
        <Typography variant="body2">
          {t('filter.entity', { entity: shortRef(address.entity) })}
        </Typography>
      ) : null}
      {isFiltered(address) ? (
        <Button
          size="small"
          onClick={() =>
            change({ state: undefined, class: undefined, entity: undefined })
          }
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
};
