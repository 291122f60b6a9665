import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { MomentText } from '@continuity/plugin-continuity-react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { ValuesField } from '../../../shared/ValuesField';
import { RuleName } from '../shared/RuleName';
import { useWindowTitles } from '../shared/useWindowTitles';
import type { OverrideForm } from './overrideForm';
import { useObstacles, type Obstacle } from './useObstacles';

const useStyles = makeStyles(
  theme => ({
    field: { display: 'flex', marginBottom: theme.spacing(2) },
    legend: { marginBottom: theme.spacing(1) },
    others: { marginBottom: theme.spacing(2) },
    obstacle: { alignItems: 'flex-start', margin: theme.spacing(0.5, 0) },
    box: { paddingTop: 0, paddingBottom: 0 },
    text: { overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityOverrideRules' },
);

const ObstacleBox = (props: {
  obstacle: Obstacle;
  titleOf: ReturnType<typeof useWindowTitles>;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) => {
  const { obstacle, titleOf } = props;
  const { rule, explanation } = obstacle;
  const classes = useStyles();
  return (
    <FormControlLabel
      className={classes.obstacle}
      control={
        <Checkbox
          size="small"
          color="primary"
          className={classes.box}
          checked={props.checked}
          onChange={(_, checked) => props.onChange(checked)}
        />
      }
      label={
        <div className={classes.text}>
          <Typography variant="body2" component="div">
            <RuleName rule={rule} title={titleOf(rule)} />
          </Typography>
          <Typography variant="caption" component="div" color="textSecondary">
            <MomentText text={explanation} />
          </Typography>
        </div>
      }
    />
  );
};

/** What is to be passed over: of what stands in the way now, or by name. */
export const RulesField = (props: {
  form: OverrideForm;
  onChange: (rules: readonly string[]) => void;
  error?: string;
}) => {
  const { form, onChange, error } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(overridesTranslationRef);
  const obstacles = useObstacles(form);
  const found = obstacles.state === 'ready' ? obstacles.value : [];
  const titleOf = useWindowTitles(found.map(({ rule }) => rule));
  const isFound = (rule: string) => found.some(one => one.rule === rule);
  const hasPlace = form.entities.length > 0 && form.environments.length > 0;
  const note = () => {
    if (!hasPlace) return t('form.rulesFirst');
    if (obstacles.state === 'loading') return t('form.rulesLoading');
    if (obstacles.state === 'failed') return t('form.rulesFailed');
    return found.length === 0 ? t('form.rulesNone') : undefined;
  };
  return (
    <>
      <FormControl
        component="fieldset"
        className={classes.field}
        error={error !== undefined}
      >
        <FormLabel component="legend" className={classes.legend}>
          {t('form.rules')}
        </FormLabel>
        {found.map(obstacle => (
          <ObstacleBox
            key={obstacle.rule}
            obstacle={obstacle}
            titleOf={titleOf}
            checked={form.rules.includes(obstacle.rule)}
            onChange={checked =>
              onChange(
                checked
                  ? [...form.rules, obstacle.rule]
                  : form.rules.filter(rule => rule !== obstacle.rule),
              )
            }
          />
        ))}
        {note() ? (
          <Typography variant="body2" role="status">
            {note()}
          </Typography>
        ) : null}
        {error ? <FormHelperText>{error}</FormHelperText> : null}
      </FormControl>
      <div className={classes.others}>
        <ValuesField
          label={t('form.otherRules')}
          help={t('form.otherRulesHelp')}
          placeholder="freeze:freezecalendar:default/close#month-end"
          proposals={[]}
          value={form.rules.filter(rule => !isFound(rule))}
          onChange={others =>
            onChange([...new Set([...form.rules.filter(isFound), ...others])])
          }
        />
      </div>
    </>
  );
};
