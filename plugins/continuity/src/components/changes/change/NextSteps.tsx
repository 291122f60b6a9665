import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Change } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Section } from '../../shared/Section';
import { RefusalList } from '../shared/RefusalList';
import { useChangePaths } from '../shared/useChangePaths';
import { StepDialog } from './StepDialog';
import { NOTHING_TYPED } from './stepInput';
import { useSteps, type Act, type Step } from './useSteps';

const useStyles = makeStyles(
  theme => ({
    possible: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    },
    place: { '&:focus': { outline: 'none' } },
    refused: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'ContinuityNextSteps' },
);

const isEnding = (act: Act) =>
  act === 'reject' || act === 'withdraw' || act === 'cancel';

/** What is one press away, and what is not, with everything that is in its way. */
const RefusedStep = ({ step }: { step: Step }) => {
  const classes = useStyles();
  const id = useId();
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <div className={classes.refused}>
      <Button variant="outlined" disabled aria-describedby={id}>
        {t(`steps.do.${step.act}`)}
      </Button>
      <RefusalList
        id={id}
        label={`${t('steps.refused')}: ${t(`steps.do.${step.act}`)}`}
        refusals={step.refusals}
      />
    </div>
  );
};

const Revise = ({ change }: { change: Change }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const paths = useChangePaths();
  const revise = change.next.find(({ event }) => event === 'revise');
  if (!revise || !paths) return null;
  return revise.allowed ? (
    <div className={classes.possible}>
      <Button
        variant="outlined"
        component={Link}
        to={paths.edit(change.summary.id)}
      >
        {t('steps.revise')}
      </Button>
    </div>
  ) : (
    <>
      <Typography variant="body2">
        {t('steps.refused')}: {t('steps.revise')}
      </Typography>
      <RefusalList refusals={revise.refusals} />
    </>
  );
};

/** What can happen to a change from here, and the dialog in which it is done. */
export const NextSteps = (props: {
  change: Change;
  show: (change: Change) => void;
  load: () => Promise<Change>;
}) => {
  const { change } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const steps = useSteps(change);
  const [act, setAct] = useState<Act>();
  // Kept here, so that whoever closes the dialog to look at the page does not type it again.
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [done, setDone] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the dialog may be gone once its step is taken.
  useEffect(() => {
    if (done > 0) place.current?.focus();
  }, [done]);
  const possible = steps.filter(({ refusals }) => refusals.length === 0);
  // What leads on stands out; what leads back or ends it does not.
  const onward = possible.find(({ act: one }) => !isEnding(one));
  // Whoever may not approve may not refuse either, for the same reasons.
  const refused = steps.filter(
    ({ act: one, refusals }) => refusals.length > 0 && one !== 'reject',
  );
  return (
    <Section title={t('steps.title')}>
      <div ref={place} tabIndex={-1} className={classes.place}>
        {possible.length > 0 ? (
          <div className={classes.possible}>
            {possible.map(step => (
              <Button
                key={step.act}
                variant={step === onward ? 'contained' : 'outlined'}
                color={step === onward ? 'primary' : 'default'}
                onClick={() => setAct(step.act)}
              >
                {t(`steps.do.${step.act}`)}
              </Button>
            ))}
          </div>
        ) : null}
        <Revise change={change} />
        {refused.map(step => (
          <RefusedStep key={step.act} step={step} />
        ))}
        {steps.length === 0 && change.next.length === 0 ? (
          <Typography variant="body2">{t('steps.none')}</Typography>
        ) : null}
      </div>
      {act ? (
        <StepDialog
          act={act}
          change={change}
          step={steps.find(step => step.act === act)}
          typed={typed}
          onTyped={part => setTyped(before => ({ ...before, ...part }))}
          load={props.load}
          onDone={answer => {
            setAct(undefined);
            setTyped(NOTHING_TYPED);
            setDone(times => times + 1);
            props.show(answer);
          }}
          onClose={() => setAct(undefined)}
        />
      ) : null}
    </Section>
  );
};
