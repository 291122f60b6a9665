import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { formatDuration, useReader } from '@continuity/plugin-continuity-react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { Field, Row } from '../../../shared/fields';
import { problemAt, type DraftProblem } from '../../../shared/problems';
import { ValuesField } from '../../../shared/ValuesField';
import { EntitiesField } from '../../form/EntitiesField';
import { usePlaces } from '../../form/usePlaces';
import type { OverrideForm } from './overrideForm';
import { RulesField } from './RulesField';

/** What can be deployed. */
const KINDS = ['Component', 'API', 'Resource', 'System'];
/** Lengths that people use; any other may be typed. */
const DURATIONS = ['PT30M', 'PT1H', 'PT2H', 'PT4H'];

/** For what, where, what is passed over, why and for how long. */
export const OverrideFields = (props: {
  form: OverrideForm;
  onChange: (part: Partial<OverrideForm>) => void;
  problems: readonly DraftProblem[];
}) => {
  const { form, onChange, problems } = props;
  const { t } = useTranslationRef(overridesTranslationRef);
  const { locale } = useReader();
  const places = usePlaces();
  const words = formatDuration(form.duration.trim(), locale);
  return (
    <>
      <Row>
        <EntitiesField
          label={t('facts.entities')}
          searchLabel={t('form.addEntity')}
          kinds={KINDS}
          required
          value={form.entities}
          error={problemAt(problems, 'entities')}
          onChange={entities => onChange({ entities })}
        />
      </Row>
      <Row>
        <ValuesField
          label={t('facts.environments')}
          placeholder={t('form.add')}
          proposals={places.environments}
          value={form.environments}
          error={problemAt(problems, 'environments')}
          onChange={environments => onChange({ environments })}
        />
        <ValuesField
          label={t('facts.regions')}
          placeholder={t('facts.everyRegion')}
          proposals={places.regions}
          value={form.regions}
          error={problemAt(problems, 'regions')}
          onChange={regions => onChange({ regions })}
        />
      </Row>
      <RulesField
        form={form}
        error={problemAt(problems, 'rules')}
        onChange={rules => onChange({ rules })}
      />
      <Row>
        <Field
          label={t('facts.incident')}
          required
          help={t('form.incidentHelp')}
          value={form.incident}
          error={problemAt(problems, 'incident')}
          onChange={incident => onChange({ incident })}
        />
        <Field
          label={t('facts.duration')}
          required
          proposals={DURATIONS}
          help={t('form.durationHelp', { words })}
          value={form.duration}
          error={problemAt(problems, 'duration')}
          onChange={duration => onChange({ duration })}
        />
      </Row>
      <Row>
        <Field
          label={t('facts.reason')}
          required
          multiline
          help={t('form.reasonHelp')}
          value={form.reason}
          error={problemAt(problems, 'reason')}
          onChange={reason => onChange({ reason })}
        />
      </Row>
    </>
  );
};
