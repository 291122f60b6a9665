import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useGraphStatus } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { exploreTranslationRef } from '../../../translation/exploreTranslationRef';
import { Empty } from '../../shared/Empty';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { ExploreForm } from './ExploreForm';
import {
  impactRequest,
  PARTS,
  wavesRequest,
  type ExploreQuestion,
} from './exploreQuestion';
import { ImpactPart } from './ImpactPart';
import { PointsPart } from './PointsPart';
import { useExplore } from './useExplore';
import { WavesPart } from './WavesPart';

const useStyles = makeStyles(
  theme => ({
    parts: { marginBottom: theme.spacing(2) },
    chosen: {
      fontWeight: 'bold',
      textDecoration: 'underline',
      textUnderlineOffset: '3px',
      backgroundColor: theme.palette.action.selected,
    },
    form: { marginBottom: theme.spacing(3), overflow: 'visible' },
  }),
  { name: 'ContinuityExplore' },
);

interface PartProps {
  question: ExploreQuestion;
  change: (part: Partial<ExploreQuestion>) => void;
}

const OutagePart = ({ question, change }: PartProps) => {
  const { t } = useTranslationRef(exploreTranslationRef);
  const impact = impactRequest(question);
  const waves = wavesRequest(question);
  if (!impact || !waves) {
    return <Empty title={t('page.empty')} remedy={t('page.emptyRemedy')} />;
  }
  return question.part === 'waves' ? (
    <WavesPart request={waves} question={question} change={change} />
  ) : (
    <ImpactPart key={JSON.stringify(impact)} request={impact} />
  );
};

/** What if something is down: the impact, the points of failure, and the way back. */
export const ExploreContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(exploreTranslationRef);
  const [question, change] = useExplore();
  const status = useGraphStatus();
  const { part } = question;
  return (
    <>
      <StatusBanner />
      <ButtonGroup
        size="small"
        aria-label={t('page.parts')}
        className={classes.parts}
      >
        {PARTS.map(name => (
          <Button
            key={name}
            aria-pressed={part === name}
            className={part === name ? classes.chosen : undefined}
            onClick={() => change({ part: name })}
          >
            {t(`page.part.${name}`)}
          </Button>
        ))}
      </ButtonGroup>
      {part === 'points' ? (
        <PointsPart question={question} change={change} />
      ) : (
        <>
          <Section title={t('form.label')} className={classes.form}>
            <ExploreForm
              question={question}
              change={change}
              regions={
                status.state === 'ready' ? status.value.regions : undefined
              }
            />
          </Section>
          <OutagePart question={question} change={change} />
        </>
      )}
    </>
  );
};
