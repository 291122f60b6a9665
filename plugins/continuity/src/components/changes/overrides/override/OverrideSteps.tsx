import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useEffect, useRef, useState } from 'react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { Section } from '../../../shared/Section';
import { useActorName } from '../../../shared/useActorName';
import type { OverrideAct } from './actsOn';
import { NOTHING_SAID } from './actInput';
import { OverrideDialog } from './OverrideDialog';
import { useOverrideActs } from './useOverrideActs';

const useStyles = makeStyles(
  theme => ({
    possible: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    },
    place: { '&:focus': { outline: 'none' } },
  }),
  { name: 'ContinuityOverrideSteps' },
);

/** What leads on stands out; what ends an override does not. */
const ONWARD: readonly OverrideAct[] = ['approve', 'review'];

/** What the reader may do to an override, or why they may not, and the dialog for it. */
export const OverrideSteps = (props: {
  override: Override;
  show: (override: Override) => void;
  renew: () => void;
}) => {
  const { override } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(overridesTranslationRef);
  const acts = useOverrideActs(override);
  const nameOf = useActorName();
  const [act, setAct] = useState<OverrideAct>();
  // Kept here, so that whoever closes the dialog to look at the page does not type it again.
  const [said, setSaid] = useState(NOTHING_SAID);
  const [done, setDone] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the dialog may be gone once it is done.
  useEffect(() => {
    if (done > 0) place.current?.focus();
  }, [done]);
  if (!acts) return null;
  const { possible, hindrance } = acts;
  return (
    <Section title={t('steps.title')}>
      <div ref={place} tabIndex={-1} className={classes.place}>
        {possible.length > 0 ? (
          <div className={classes.possible}>
            {possible.map(one => (
              <Button
                key={one}
                variant={ONWARD.includes(one) ? 'contained' : 'outlined'}
                color={ONWARD.includes(one) ? 'primary' : 'default'}
                onClick={() => setAct(one)}
              >
                {t(`steps.do.${one}`)}
              </Button>
            ))}
          </div>
        ) : null}
        {hindrance ? (
          <Typography variant="body2">
            {t(`steps.hindrance.${hindrance}`, {
              who: nameOf(override.requestedBy),
            })}
          </Typography>
        ) : null}
        {possible.length === 0 && !hindrance ? (
          <Typography variant="body2">{t('steps.none')}</Typography>
        ) : null}
      </div>
      {act ? (
        <OverrideDialog
          act={act}
          override={override}
          isPossible={possible.includes(act)}
          said={said}
          onSaid={part => setSaid(before => ({ ...before, ...part }))}
          onDone={answer => {
            setAct(undefined);
            setSaid(NOTHING_SAID);
            setDone(times => times + 1);
            props.show(answer);
          }}
          onRefused={props.renew}
          onClose={() => setAct(undefined)}
        />
      ) : null}
    </Section>
  );
};
