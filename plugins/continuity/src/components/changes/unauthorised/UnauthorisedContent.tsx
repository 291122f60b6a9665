import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { unauthorisedTranslationRef } from '../../../translation/unauthorisedTranslationRef';
import { EntitySearch } from '../../graph/shared/EntitySearch';
import { ChoiceField } from '../../shared/ChoiceField';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { useTitles } from '../../shared/useTitles';
import { UnauthorisedList } from './UnauthorisedList';
import { useUnauthorisedAddress } from './useUnauthorisedAddress';

/** What can be deployed. */
const KINDS = ['Component', 'API', 'Resource', 'System'];

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      margin: theme.spacing(2, 0),
    },
    search: { flex: '0 1 300px', minWidth: 220 },
  }),
  { name: 'ContinuityUnauthorised' },
);

/** What was deployed without an approved change: why that is, what to do, who answers. */
export const UnauthorisedContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(unauthorisedTranslationRef);
  const [address, change] = useUnauthorisedAddress();
  const { show, entity } = address;
  const titleOf = useTitles(entity ? [entity] : []);
  const [answered, setAnswered] = useState(0);
  return (
    <>
      <StatusBanner />
      <Section title={t('title')}>
        <Typography variant="body2" color="textSecondary">
          {t('means')}
        </Typography>
        <div
          className={classes.filters}
          role="search"
          aria-label={t('filter.title')}
        >
          <ChoiceField
            label={t('filter.show')}
            value={show}
            choices={[
              { value: 'open', label: t('filter.open') },
              { value: 'all', label: t('filter.all') },
            ]}
            onChange={chosen =>
              change({ show: chosen === 'all' ? 'all' : 'open' })
            }
          />
          {entity ? (
            <>
              <Typography variant="body2">
                {t('filter.only', { entity: titleOf(entity) })}
              </Typography>
              <Button
                size="small"
                onClick={() => change({ entity: undefined })}
              >
                {t('filter.clear')}
              </Button>
            </>
          ) : (
            <div className={classes.search}>
              <EntitySearch
                label={t('filter.entity')}
                kinds={KINDS}
                onChoose={chosen => change({ entity: chosen })}
              />
            </div>
          )}
        </div>
        <UnauthorisedList
          key={`${show} ${entity ?? ''} ${answered}`}
          address={address}
          onAnswered={() => setAnswered(times => times + 1)}
        />
      </Section>
    </>
  );
};
