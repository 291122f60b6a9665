import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReleaseClassification } from '@continuity/plugin-continuity-common';
import { ToneIcon, type Tone } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { ClassMark } from './ClassMark';
import { Fact, Facts } from '../../shared/Facts';
import { ProtocolFacts } from './ProtocolFacts';

type Rule = ReleaseClassification['rules'][number];

const TONES = {
  met: 'notice',
  unknown: 'unknown',
  'not-met': 'good',
} satisfies Record<Rule['outcome'], Tone>;

const useStyles = makeStyles(
  theme => ({
    heading: { marginTop: theme.spacing(2) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      overflowWrap: 'anywhere',
    },
    summary: { cursor: 'pointer', color: theme.palette.text.secondary },
  }),
  { name: 'ContinuityClassification' },
);

const Rules = (props: { label: string; rules: readonly Rule[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.rules.map(rule => (
        <li key={rule.rule} className={classes.item}>
          <ToneIcon tone={TONES[rule.outcome]} />
          <div>
            <Typography variant="body2" component="div">
              <strong>{rule.title}</strong>{' '}
              <ClassMark releaseClass={rule.class} />
            </Typography>
            <Typography variant="body2">
              {t(`classification.outcome.${rule.outcome}`)}. {rule.explanation}
            </Typography>
            {rule.remedy ? (
              <Typography variant="body2" color="textSecondary">
                <strong>{t('steps.remedy')}:</strong> {rule.remedy}
              </Typography>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
};

/** Which class a release is of, by which rules, and what that binds it to. */
export const ClassificationView = (props: {
  classification: ReleaseClassification;
}) => {
  const { chosen, rules, ...computed } = props.classification;
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const counting = rules.filter(({ outcome }) => outcome !== 'not-met');
  const others = rules.filter(({ outcome }) => outcome === 'not-met');
  const heading = (text: string) => (
    <Typography variant="subtitle2" component="h3" className={classes.heading}>
      {text}
    </Typography>
  );
  return (
    <>
      <Facts>
        <Fact name={t('classification.computed')}>
          <ClassMark releaseClass={computed.class} />
        </Fact>
        {chosen ? (
          <Fact name={t('classification.chosen')}>
            <ClassMark releaseClass={chosen.class} />
            {chosen.needsApproval ? (
              <div>{t('classification.chosenNeedsApproval')}</div>
            ) : null}
            {chosen.problems.map(({ path, message }) => (
              <div key={path}>
                <code>{path}</code>: {message}
              </div>
            ))}
          </Fact>
        ) : null}
      </Facts>
      {heading(t('classification.rules'))}
      <Rules label={t('classification.rules')} rules={counting} />
      {others.length > 0 ? (
        <details>
          <Typography
            variant="body2"
            component="summary"
            className={classes.summary}
          >
            {t('classification.notMet', { count: others.length })}
          </Typography>
          <Rules
            label={t('classification.notMet', { count: others.length })}
            rules={others}
          />
        </details>
      ) : null}
      {heading(t('classification.protocol'))}
      <ProtocolFacts protocol={computed.protocol} />
    </>
  );
};
