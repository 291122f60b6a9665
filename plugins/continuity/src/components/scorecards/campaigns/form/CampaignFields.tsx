import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Scorecard } from '@continuity/plugin-continuity-common';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { EntitiesField } from '../../../changes/form/EntitiesField';
import { Choice, Field, Row } from '../../../shared/fields';
import { problemAt, type DraftProblem } from '../../../shared/problems';
import { ValuesField } from '../../../shared/ValuesField';
import { zones } from '../../../shared/zones';
import { useTiers } from '../../shared/useTiers';
import type { CampaignForm } from './campaignForm';

/** Who can answer for something. */
const OWNERS = ['Group', 'User'];

interface Props {
  form: CampaignForm;
  problems: readonly DraftProblem[];
  onChange: (part: Partial<CampaignForm>) => void;
}

const TargetFields = (
  props: Props & { scorecards: readonly Scorecard[]; isRunning: boolean },
) => {
  const { form, problems, onChange, scorecards, isRunning } = props;
  const { t } = useTranslationRef(campaignsTranslationRef);
  const levels =
    scorecards.find(({ id }) => id === form.scorecard)?.levels ?? [];
  const help = isRunning ? t('form.fixed') : undefined;
  return (
    <Row>
      <Choice
        label={t('fact.scorecard')}
        value={form.scorecard}
        choices={withValue(
          scorecards.map(({ id, title }) => ({ value: id, label: title })),
          form.scorecard,
        )}
        disabled={isRunning}
        help={help}
        error={problemAt(problems, 'scorecard')}
        onChange={scorecard =>
          onChange({
            scorecard,
            // Levels are those of a scorecard.
            level:
              scorecards.find(({ id }) => id === scorecard)?.levels.at(-1)
                ?.id ?? '',
          })
        }
      />
      <Choice
        label={t('form.field.level')}
        value={form.level}
        choices={withValue(
          levels.map(({ id, title }) => ({ value: id, label: title })),
          form.level,
        )}
        disabled={isRunning}
        help={help}
        error={problemAt(problems, 'level')}
        onChange={level => onChange({ level })}
      />
    </Row>
  );
};

/** One that there is not any more is shown all the same. */
function withValue(
  choices: { value: string; label: string }[],
  value: string,
): { value: string; label: string }[] {
  return choices.some(choice => choice.value === value)
    ? choices
    : [...choices, { value, label: value }];
}

const ScopeFields = ({ form, problems, onChange }: Props) => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  const tiers = useTiers(form.scorecard);
  return (
    <>
      <Typography variant="subtitle1" component="h3">
        {t('form.whom')}
      </Typography>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('form.whomMeans')}
      </Typography>
      <Row>
        <div>
          <EntitiesField
            label={t('form.field.owners')}
            searchLabel={t('form.addOwner')}
            kinds={OWNERS}
            value={form.owners}
            error={problemAt(problems, 'scope.owners')}
            onChange={owners => onChange({ owners })}
          />
          <FormControlLabel
            control={
              <Checkbox
                color="primary"
                checked={form.unowned}
                onChange={event => onChange({ unowned: event.target.checked })}
              />
            }
            label={t('form.field.unowned')}
          />
        </div>
        <EntitiesField
          label={t('form.field.systems')}
          searchLabel={t('form.addSystem')}
          kinds={['System']}
          value={form.systems}
          error={problemAt(problems, 'scope.systems')}
          onChange={systems => onChange({ systems })}
        />
      </Row>
      <Row>
        <ValuesField
          label={t('form.field.tiers')}
          placeholder={t('form.everyTier')}
          proposals={tiers.ids}
          titleOf={tiers.titleOf}
          value={form.tiers}
          error={problemAt(problems, 'scope.tiers')}
          onChange={chosen => onChange({ tiers: chosen })}
        />
      </Row>
      <Row>
        <Field
          label={t('form.field.entities')}
          multiline
          help={t('form.entitiesHelp')}
          value={form.entities}
          error={problemAt(problems, 'scope.entities')}
          onChange={entities => onChange({ entities })}
        />
      </Row>
    </>
  );
};

const DayFields = (props: Props & { isRunning: boolean }) => {
  const { form, problems, onChange, isRunning } = props;
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <>
      <Row>
        <Field
          label={t('fact.startsOn')}
          type="date"
          required
          disabled={isRunning}
          help={isRunning ? t('form.fixed') : undefined}
          value={form.startsOn}
          error={problemAt(problems, 'startsOn')}
          onChange={startsOn => onChange({ startsOn })}
        />
        <Field
          label={t('fact.endsOn')}
          type="date"
          required
          help={t('form.endsOnHelp')}
          value={form.endsOn}
          error={problemAt(problems, 'endsOn')}
          onChange={endsOn => onChange({ endsOn })}
        />
        <Field
          label={t('form.field.timezone')}
          required
          proposals={zones()}
          value={form.timezone}
          error={problemAt(problems, 'timezone')}
          onChange={timezone => onChange({ timezone })}
        />
      </Row>
      <Row>
        <Field
          label={t('form.field.reminders')}
          help={t('form.remindersHelp')}
          value={form.reminders}
          error={problemAt(problems, 'reminders')}
          onChange={reminders => onChange({ reminders })}
        />
      </Row>
    </>
  );
};

/** What is asked, why, of whom, by when, and who answers for it. */
export const CampaignFields = (
  props: Props & {
    scorecards: readonly Scorecard[];
    /** What it asks for does not change any more. */
    isRunning: boolean;
  },
) => {
  const { form, problems, onChange } = props;
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <>
      <Row>
        <Field
          label={t('form.field.title')}
          required
          value={form.title}
          error={problemAt(problems, 'title')}
          onChange={title => onChange({ title })}
        />
      </Row>
      <Row>
        <Field
          label={t('fact.why')}
          required
          multiline
          help={t('form.whyHelp')}
          value={form.description}
          error={problemAt(problems, 'description')}
          onChange={description => onChange({ description })}
        />
      </Row>
      <TargetFields {...props} />
      <DayFields {...props} />
      <Row>
        <EntitiesField
          label={t('fact.owner')}
          kinds={OWNERS}
          most={1}
          required
          help={t('form.ownerHelp')}
          value={form.owner === '' ? [] : [form.owner]}
          error={problemAt(problems, 'owner')}
          onChange={chosen => onChange({ owner: chosen.at(-1) ?? '' })}
        />
      </Row>
      <ScopeFields {...props} />
    </>
  );
};
